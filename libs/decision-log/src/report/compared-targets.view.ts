import { html, type Html } from '@keyart/common';
import type { ComparedTarget, ComparisonResult } from '../comparison/comparison-result';
import { intervalRowsView, type IntervalRow } from './charts/interval-rows.view';
import { dataTable } from './data-table.view';
import { measuredCell } from './measured-cell.view';
import {
  intervalText,
  levelText,
  pValueText,
  shortText,
  signedPercentText,
  signedText,
  valueText,
} from './number-text';

/** The targets' differences to the baseline: forest plot and table. */
export function comparedTargetsView(result: ComparisonResult): Html {
  const level = levelText(result.configuration.alpha);
  return html`<section aria-labelledby="targets">
    <h2 id="targets">Targets, paired difference to ${result.baseline}</h2>
    <div class="long-names">
      ${intervalRowsView({
        heading: 'Difference by target',
        rows: result.targets.flatMap((one) => rowOf(one, one.target === result.choice.target) ?? []),
        reference: 0,
        tickText: (value) => (value > 0 ? `+${shortText(value)}` : shortText(value)),
        caption: html`The dashed line is no difference. Bars are simultaneous: all of them hold together with
        ${level} at least (Bonferroni). The marked row is the choice: the highest lower end of those that may
        be read, where it lies above 0.`,
      })}
    </div>
    ${targetsTable(result, level)}
  </section>`;
}

function rowOf(
  { target, difference, simultaneousInterval }: ComparedTarget,
  isHeadline: boolean,
): IntervalRow | null {
  if (!difference) return null;
  const text = `${signedText(difference.value)} (${intervalText(simultaneousInterval, signedText)})`;
  const mark = { policy: 'difference', value: difference.value, interval: simultaneousInterval } as const;
  return { name: target, label: `${target}: difference ${text}`, marks: [mark], text, isHeadline };
}

function targetsTable({ targets, baseline }: ComparisonResult, level: string): Html {
  return dataTable({
    caption: `${targets.length} targets against ${baseline}; verdicts by p after Holm`,
    numbers: [2, 9],
    head: [
      ...['Target', 'Verdict', 'Value', 'Baseline', `Difference, ${level} alone`, 'Lift'],
      ...['p', 'p (Holm)', 'Lower bound'],
    ],
    rows: targets.map(({ target, verdict, difference, ...one }) => [
      ...[html`${target}<span class="note">by ${difference?.estimator ?? '–'}</span>`, verdict],
      ...[valueText(one.value?.value ?? null), valueText(one.baselineValue?.value ?? null)],
      measuredCell(difference, signedText),
      signedPercentText(difference?.lift?.value ?? null),
      ...[pValueText(one.pValue), pValueText(one.adjustedPValue)],
      signedText(one.simultaneousInterval?.[0] ?? null),
    ]),
  });
}
