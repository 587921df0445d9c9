import { html, type Html } from '@keyart/common';
import type { EstimatorName, PolicyRole } from '@keyart/evaluation';
import type { EvaluationResult, ReportedDifference } from '../evaluation-result';
import { intervalRowsView, type IntervalRow } from './charts/interval-rows.view';
import { dataTable } from './data-table.view';
import {
  intervalText,
  levelText,
  percentText,
  shortText,
  signedPercentText,
  signedText,
  valueText,
} from './number-text';

/** On a scale of its own: 1 is chance. */
const OTHER_SCALE: EstimatorName = 'normalised-ips';

/** The paired difference by every estimator: forest plot and table. */
export function differencesView(result: EvaluationResult): Html {
  const { differences, difference, configuration, diagnostics } = result;
  const shown = differences.filter(({ estimator }) => estimator !== OTHER_SCALE);
  return html`<section aria-labelledby="differences">
    <h2 id="differences">Paired difference, target less baseline</h2>
    ${intervalRowsView({
      heading: 'Difference by estimator',
      rows: shown.map((one) => rowOf(one, one.estimator === difference?.estimator)),
      reference: 0,
      tickText: (value) => (value > 0 ? `+${shortText(value)}` : shortText(value)),
      caption: html`The dashed line is no difference; the marked row
      (<code>${difference?.estimator ?? 'none'}</code>) was chosen before anything was seen and makes the
      verdict. Target and baseline differ on ${percentText(diagnostics.disagreementRate)} of the decisions;
      only those add to the error. Bars are ${levelText(configuration.alpha)} intervals clustered by member.`,
    })}
    ${differencesTable(result)}
  </section>`;
}

function rowOf({ estimator, value, interval }: ReportedDifference, isHeadline: boolean): IntervalRow {
  const text = `${signedText(value)} (${intervalText(interval, signedText)})`;
  return {
    name: html`<code>${estimator}</code>`,
    label: `${estimator}: difference ${text}`,
    marks: [{ policy: 'difference', value, interval }],
    ...{ text, isHeadline },
  };
}

function differencesTable({ differences, estimates, configuration, policies }: EvaluationResult): Html {
  const level = levelText(configuration.alpha);
  const valueBy = (name: EstimatorName, role: PolicyRole): string =>
    valueText(estimates.find((one) => one.estimator === name && one.policy === role)?.value ?? null);
  return dataTable({
    caption: `Paired differences, ${policies.target} less ${policies.baseline}`,
    numbers: [1, 9],
    head: [
      'Estimator',
      'Baseline',
      'Target',
      'Difference',
      'Std. error',
      level,
      'Bootstrap',
      'Lift',
      `Lift ${level}`,
    ],
    rows: differences.map(({ estimator, value, standardError, interval, bootstrapInterval, lift }) => [
      html`<code>${estimator}</code>`,
      ...[
        valueBy(estimator, 'baseline'),
        valueBy(estimator, 'target'),
        signedText(value),
        valueText(standardError),
      ],
      ...[intervalText(interval, signedText), intervalText(bootstrapInterval, signedText)],
      ...[signedPercentText(lift?.value ?? null), intervalText(lift?.interval ?? null, signedPercentText)],
    ]),
  });
}
