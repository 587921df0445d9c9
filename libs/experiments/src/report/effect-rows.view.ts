import { groupsOf, html, type Html, type HtmlPart } from '@keyart/common';
import { intervalRowsView, type IntervalMark, type IntervalRow } from '@keyart/decision-log';
import type { ComparisonResult } from '@keyart/evaluation';
import { effectTick, effectWithRange } from './effect-text';

/** A forest plot of effects on one scale. */
export interface EffectRows {
  readonly heading: string;
  readonly rows: readonly IntervalRow[];
  readonly isRelative: boolean;
  readonly caption: HtmlPart;
}

/** The figure; the dashed line is no effect. */
export function effectRowsView({ heading, rows, isRelative, caption }: EffectRows): Html {
  return intervalRowsView({ heading, rows, reference: 0, tickText: effectTick(isRelative), caption });
}

/** A row of it. @param name what tells it from the other rows */
export function effectRow(one: ComparisonResult, name: string, isHeadline = false): IntervalRow {
  const text = effectWithRange(one);
  return {
    ...{ name, text, isHeadline, marks: marksOf(one) },
    label: `${one.name}, ${one.comparison}${name === one.name ? '' : `, ${name}`}: ${text}`,
    limit: limitOf(one),
  };
}

/**
 * One figure where effects share a scale: relative ones of a comparison, absolute ones of a metric.
 * @param captionOf a figure's comparisons
 */
export function effectFigures(
  results: readonly ComparisonResult[],
  captionOf: (group: readonly ComparisonResult[]) => HtmlPart,
): Html {
  const keyOf = (one: ComparisonResult): string => (one.relative ? one.comparison : one.name);
  const figures = groupsOf(results, keyOf).map((group) => {
    const [first] = group;
    return effectRowsView({
      heading: first.relative ? `${first.comparison}, by the control mean` : `${first.name}, absolute`,
      rows: group.map((one) => effectRow(one, one.relative ? one.name : one.comparison)),
      ...{ isRelative: first.relative, caption: captionOf(group) },
    });
  });
  return html`<div class="stack">${figures}</div>`;
}

function marksOf({ effect, interval }: ComparisonResult): IntervalMark[] {
  if (effect === null) return [];
  const ends = interval && ([interval[0] ?? -Infinity, interval[1] ?? Infinity] as const);
  return [{ policy: 'difference', value: effect, interval: ends && [...ends] }];
}

/** On the bad side of 0. */
function limitOf({ guardrail }: ComparisonResult): number | undefined {
  if (!guardrail) return undefined;
  return guardrail.better === 'higher' ? -guardrail.margin : guardrail.margin;
}
