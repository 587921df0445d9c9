import { html, type Html } from '@keyart/common';
import type { EstimatorName } from '@keyart/evaluation';
import type { EvaluationResult, ReportedEstimate } from '../evaluation-result';
import { intervalRowsView, type IntervalRow } from './charts/interval-rows.view';
import { dataTable } from './data-table.view';
import { intervalText, levelText, shortText, valueText } from './number-text';

/** On a scale of its own: 1 is chance. */
const OTHER_SCALE: EstimatorName = 'normalised-ips';

/** Values of both policies by every estimator: forest plot and table. */
export function valuesView(result: EvaluationResult): Html {
  const { policies } = result;
  return html`<section aria-labelledby="values">
    <h2 id="values">Values by estimator</h2>
    ${intervalRowsView({
      heading: 'Value of target and baseline',
      rows: rowsOf(result),
      reference: null,
      tickText: shortText,
      caption: html`<span class="key target">●</span>&nbsp;target ${policies.target}
        <span class="key baseline">■</span>&nbsp;baseline ${policies.baseline}. Bars are
        ${levelText(result.configuration.alpha)} intervals clustered by member.
        <code>normalised-ips</code> has another scale (1 = chance) and a picture of its own above.`,
    })}
    ${valuesTable(result)}
  </section>`;
}

function rowsOf({ estimates, difference }: EvaluationResult): IntervalRow[] {
  const names = [...new Set(estimates.map(({ estimator }) => estimator))].filter(
    (name) => name !== OTHER_SCALE,
  );
  return names.map((name) => {
    const own = estimates.filter(({ estimator }) => estimator === name);
    const text = (one: ReportedEstimate): string => `${one.policy} ${valueText(one.value)}`;
    return {
      name: html`<code>${name}</code>`,
      label: `${name}: ${own.map((one) => `${text(one)} (${intervalText(one.interval)})`).join('; ')}`,
      marks: own,
      text: own.map((one) => html`<span class="key-text ${one.policy}">${text(one)}</span> `),
      isHeadline: name === difference?.estimator,
    };
  });
}

function valuesTable({ estimates, policies, configuration }: EvaluationResult): Html {
  const level = levelText(configuration.alpha);
  return dataTable({
    caption: `Estimates of the target (${policies.target}) and the baseline (${policies.baseline})`,
    numbers: [2, 6],
    head: ['Estimator', 'Policy', 'Value', 'Std. error', level, 'Bootstrap', 'Method'],
    rows: estimates.map(({ estimator, policy, method, ...measured }) => [
      html`<code>${estimator}</code>`,
      html`<span class="key-text ${policy}">${policy}</span>`,
      ...[valueText(measured.value), valueText(measured.standardError)],
      ...[intervalText(measured.interval), intervalText(measured.bootstrapInterval), method],
    ]),
  });
}
