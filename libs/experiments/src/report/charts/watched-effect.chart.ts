import { html, type Html } from '@keyart/common';
import { bandBetween, dotsAt, lineThrough, plotView, xAt, yAt } from '@keyart/decision-log';
import type { ComparisonResult } from '@keyart/evaluation';
import { effectSize, effectWithRange, signedEffect } from '../effect-text';
import { dayAxis, type DayAxis } from './day-axis';
import { effectAxis, type EffectAxis } from './effect-axis';

/** A comparison at the looks so far. */
export type WatchedComparison = readonly (ComparisonResult & {
  readonly day: number;
  readonly isBeyondPlan: boolean;
})[];

interface Point {
  readonly day: number;
  readonly isBeyondPlan: boolean;
  readonly effect: number;
  readonly interval: ComparisonResult['interval'];
}

/** The effect over all that had happened until each day, with its interval as a band; null: it was never defined. @param isBlocked nothing may be read */
export function watchedEffectChart(looks: WatchedComparison, isBlocked: boolean): Html | null {
  const points = looks.flatMap(({ day, isBeyondPlan, effect, interval }): Point[] =>
    effect === null ? [] : [{ day, isBeyondPlan, effect, interval }],
  );
  if (points.length === 0) return null;
  const last = looks[looks.length - 1];
  const margin = marginOf(last);
  const x = dayAxis(points.map(({ day }) => day));
  const y = effectAxis(points, last.relative, margin === null ? [] : [margin]);
  const placed = points.map(({ day, effect }) => ({ x: x.place(day), y: y.place(effect) }));
  const isJudged = (_: unknown, i: number): boolean => !points[i].isBeyondPlan;
  const isBeyond = (_: unknown, i: number): boolean => points[i].isBeyondPlan;
  return plotView({
    heading: `${last.name}, ${last.comparison}`,
    title: `Effect by look: ${points.map(({ day, effect }) => `day ${day} ${signedEffect(effect, last.relative)}`).join('; ')}; in the end ${effectWithRange(last)}`,
    ...{ xTicks: x.xTicks, xLabel: x.xLabel, yTicks: y.yTicks, yLabel: '↑ effect so far' },
    body: [
      bandOf(points, { x, y }),
      level(0, y, 'reference'),
      margin !== null && level(margin, y, 'limit'),
      lineThrough(placed, 'curve'),
      dotsAt(placed.filter(isJudged), 'dot shown', 3),
      dotsAt(placed.filter(isBeyond), 'dot beyond', 3),
    ],
    caption: captionOf(last, { isCut: y.isCut, isBlocked }),
  });
}

function marginOf({ guardrail }: ComparisonResult): number | null {
  if (!guardrail) return null;
  return guardrail.better === 'higher' ? -guardrail.margin : guardrail.margin;
}

function bandOf(points: readonly Point[], { x, y }: { x: DayAxis; y: EffectAxis }): Html {
  const edge = (end: 0 | 1) =>
    points.map(({ day, effect, interval }) => {
      const open = end === 0 ? -Infinity : Infinity;
      return { x: x.place(day), y: y.place(interval ? (interval[end] ?? open) : effect) };
    });
  return bandBetween(edge(1), edge(0));
}

function level(value: number, y: EffectAxis, className: string): Html {
  const at = yAt(y.place(value));
  return html`<line class="${className}" x1="${xAt(0)}" x2="${xAt(1)}" y1="${at}" y2="${at}" />`;
}

function captionOf(
  last: WatchedComparison[number],
  { isCut, isBlocked }: { isCut: boolean; isBlocked: boolean },
): Html {
  const { guardrail, relative, isBeyondPlan } = last;
  return html`In the end ${effectWithRange(last)}${isBeyondPlan && ', beyond the plan (hollow): not judged'}.
  ${
    guardrail &&
    html`<span class="key limit">━</span> is the margin of
      ${effectSize(guardrail.margin, relative)}${!isBlocked && !isBeyondPlan && `: the guardrail is ${guardrail.state}`}.`
  }
  ${isCut && 'Early intervals run out of the picture.'}`;
}
