import { html, type Html } from '@keyart/common';
import { dataTable } from '@keyart/decision-log';
import type { ExperimentAnalysis } from '../analysis/experiment-result';
import { effectFigures } from './effect-rows.view';
import { comparisonName } from './effects-table.view';
import { effectRange, effectSize, signedEffect } from './effect-text';
import { outcomeView } from './verdict-text.view';

/** Metrics that must not be lost, with their margins; null: there are none. @param isBlocked nothing may be read */
export function guardrailsView({ metrics }: ExperimentAnalysis, isBlocked: boolean): Html | null {
  const guarded = metrics.flatMap((one) => (one.guardrail ? [{ ...one, guardrail: one.guardrail }] : []));
  if (guarded.length === 0) return null;
  return html`<section aria-labelledby="guardrails">
    <h2 id="guardrails">Guardrails</h2>
    ${effectFigures(
      guarded,
      () =>
        html`<span class="key limit">┃</span> is the margin. Held: all of the interval lies on its good side;
          broken: all of it beyond; undecided: it reaches across.`,
    )}
    ${dataTable({
      caption: 'Guardrails and their margins',
      numbers: [3, 6],
      head: ['Metric', 'State', 'Better is', 'Margin', 'Effect', 'Interval'],
      rows: guarded.map((one) => [
        ...[comparisonName(one), outcomeView(one, isBlocked), one.guardrail.better],
        ...[effectSize(one.guardrail.margin, one.relative), signedEffect(one.effect, one.relative)],
        effectRange(one),
      ]),
    })}
  </section>`;
}
