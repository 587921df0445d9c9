import { groupsOf, html, type Html, type HtmlPart } from '@keyart/common';
import { dataTable, levelText, shortText } from '@keyart/decision-log';
import type { ComparisonResult } from '@keyart/evaluation';
import { effectRange, effectSize, pText, signedEffect } from './effect-text';
import { outcomeView } from './verdict-text.view';

/** Comparisons as a table. */
export interface EffectsTable {
  readonly caption: string;
  readonly results: readonly ComparisonResult[];
  readonly alpha: number;
  readonly isBlocked: boolean;
}

/** A metric and, beneath it, the arms that are compared on it. */
export function comparisonName({ name, comparison }: ComparisonResult): Html {
  return html`${name}<span class="note">${comparison}</span>`;
}

/** What could not be done, each thing once, with the metrics that it befell; null: nothing. */
export function problemsView(results: readonly ComparisonResult[]): Html | null {
  const groups = groupsOf(
    results.flatMap(({ problem, ...one }) => (problem === null ? [] : [{ ...one, problem }])),
    ({ problem }) => problem,
  );
  if (groups.length === 0) return null;
  return html`<ul class="quiet after">
    ${groups.map((group) => {
      const names = [...new Set(group.map(({ name }) => name))];
      return html`<li>${names.join(', ')}: ${group[0].problem}.</li>`;
    })}
  </ul>`;
}

/** Every number of every comparison. */
export function effectsTable({ caption, results, alpha, isBlocked }: EffectsTable): Html {
  const level = `${levelText(alpha)} interval`;
  return dataTable({
    caption,
    numbers: [2, 9],
    head: [
      ...['Metric', 'Verdict', 'Control', 'Treatment', 'Effect', level, 'p', 'Adjusted p'],
      ...['MDE', 'Method'],
    ],
    rows: results.map((one) => effectCells(one, isBlocked)),
  });
}

function effectCells(one: ComparisonResult, isBlocked: boolean): HtmlPart[] {
  return [
    ...[comparisonName(one), outcomeView(one, isBlocked)],
    ...[shortText(one.controlMean), shortText(one.treatmentMean)],
    ...[signedEffect(one.effect, one.relative), effectRange(one), pText(one.pValue)],
    ...[pText(one.adjustedPValue), effectSize(one.minimumDetectableEffect, one.relative)],
    methodView(one.method),
  ];
}

/** `welch+cuped` on two lines. */
function methodView(method: string): Html {
  const [base, ...added] = method.split('+');
  return html`<code>${base}</code>${added.map((one) => html`<code class="note">+${one}</code>`)}`;
}
