import { html, type Html } from '@keyart/common';
import type { Measured, PolicyRole, Verdict } from '@keyart/evaluation';
import type { EvaluationResult } from '../evaluation-result';
import {
  countText,
  percentText,
  intervalText,
  levelText,
  signedPercentText,
  signedText,
  valueText,
} from './number-text';

const MEANING: Readonly<Record<Verdict, string>> = {
  better: 'The interval of the paired difference lies above 0, and nothing forbids reading it.',
  worse: 'The interval of the paired difference lies below 0, and nothing forbids reading it.',
  'no difference shown':
    'The interval of the paired difference holds 0, and a lift of the size that matters would most likely have been seen.',
  'insufficient evidence':
    'This log decides neither for nor against the target. Do not read the numbers below as a result.',
};
const MARKS: Readonly<Record<Verdict, string>> = {
  ...{ better: '▲', worse: '▼' },
  ...{ 'no difference shown': '=', 'insufficient evidence': '?' },
};

/** What the log can show at all, the verdict in plain words, and the numbers that it rests on. */
export function reportHeadView(result: EvaluationResult): Html {
  const { verdict, summary, policies } = result;
  return html`<header class="head ${verdict.replaceAll(' ', '-')}">
    <p class="kicker">keyart off-policy evaluation</p>
    <h1>Would <q>${policies.target}</q> have done better than <q>${policies.baseline}</q>?</h1>
    <p class="can-show">${canShow(result)}</p>
    <p class="verdict"><span aria-hidden="true">${MARKS[verdict]}</span> ${verdict}</p>
    <p class="summary">${summary[0]}</p>
    <p class="summary">${summary[1]}</p>
    <p class="meaning">${MEANING[verdict]}</p>
    ${figuresView(result)}
  </header>`;
}

/** Before any lift: who reads that first, reads too much into it. */
function canShow({ power, dataset }: EvaluationResult): string {
  const { minimumDetectableEffect: least, smallestLift, requiredSampleCount } = power;
  const decisions = `${countText(dataset.rowCount)} decisions`;
  if (least === null) return `What these ${decisions} can show is not known.`;
  return `These ${decisions} can show lifts from ${percentText(least)} on; ${percentText(smallestLift)} takes ${countText(requiredSampleCount)} decisions.`;
}

function figuresView(result: EvaluationResult): Html | null {
  const { difference, configuration } = result;
  if (!difference) return null;
  const by = `by ${difference.estimator.toUpperCase()}`;
  const level = levelText(configuration.alpha);
  const valueOf = (policy: PolicyRole) =>
    result.estimates.find((one) => one.policy === policy && one.estimator === difference.estimator) ?? null;
  const figure = (name: string, measured: Measured | null, textOf: (value: number | null) => string): Html =>
    html`<div>
      <dt>${name} <span class="by">${by}</span></dt>
      <dd>${textOf(measured?.value ?? null)}</dd>
      <dd class="range-text">${level}: ${intervalText(measured?.interval ?? null, textOf)}</dd>
    </div>`;
  return html`<dl class="figures">
    ${figure('Baseline', valueOf('baseline'), valueText)} ${figure('Target', valueOf('target'), valueText)}
    ${figure('Paired difference', difference, signedText)}
    ${figure('Relative lift', difference.lift, signedPercentText)}
  </dl>`;
}
