import { html, type Html } from '@keyart/common';
import { countText } from '@keyart/decision-log';
import type { Advice, ExperimentMonitor } from '../monitor/monitor-result';
import { pText } from './effect-text';

const MEANING: Readonly<Record<Advice, string>> = {
  'go on': 'Nothing is decided and nothing is broken. Looking again tomorrow costs nothing.',
  'stop: sample ratio':
    'Members are missing from an arm. No effect below is a result; find the fault and start again.',
  'stop: assignment':
    'Members met arms that they should not have. No effect below is a result; mend the assignment and start again.',
  'stop: guardrail': 'A metric got worse by more than its margin, by an interval that holds at every look.',
  'stop: planned size':
    'A group sequential test ends at its planned size: its level is spent, and looking on would find differences that are none. Compare the interval with the lift that matters.',
  decided:
    'The interval holds at every look, so the test may end here. Its effect is still known only as well as the interval says.',
};
const MARKS: Readonly<Record<Advice, string>> = {
  ...{ 'go on': '…', decided: '✓' },
  ...{
    'stop: sample ratio': '✗',
    'stop: assignment': '✗',
    'stop: guardrail': '✗',
    'stop: planned size': '=',
  },
};
const TONES: Readonly<Record<Advice, string>> = {
  ...{ 'go on': 'go', decided: 'decided' },
  ...{
    'stop: sample ratio': 'stop',
    'stop: assignment': 'stop',
    'stop: guardrail': 'stop',
    'stop: planned size': 'open',
  },
};

/** The advice and why. */
export function monitorHeadView({ advice, reason, arms, looks }: ExperimentMonitor): Html {
  const last = looks.at(-1);
  const memberCount = last?.memberCounts.reduce((sum, count) => sum + count, 0) ?? 0;
  const figure = (name: string, value: string): Html =>
    html`<div>
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>`;
  return html`<header class="head ${TONES[advice]}">
    <p class="kicker">keyart A/B test, watched</p>
    <h1>Should the test of <q>${arms.slice(1).join(', ')}</q> against <q>${arms[0]}</q> go on?</h1>
    <p class="verdict"><span aria-hidden="true">${MARKS[advice]}</span> ${advice}</p>
    <p class="summary">${reason.slice(0, 1).toUpperCase()}${reason.slice(1)}.</p>
    <p class="meaning">${MEANING[advice]}</p>
    <dl class="figures">
      ${figure('Looks', countText(looks.length))} ${figure('Members', countText(memberCount))}
      ${figure('Sample ratio, p', pText(last?.sampleRatio.pValue ?? null))}
    </dl>
  </header>`;
}
