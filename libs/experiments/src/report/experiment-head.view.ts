import { html, type Html } from '@keyart/common';
import { levelText } from '@keyart/decision-log';
import type { ExperimentAnalysis } from '../analysis/experiment-result';
import { effectRange, signedEffect } from './effect-text';
import { decidedFirst, type Headline, type Outcome } from './headline';

/** More would hide the first. */
const MOST_FIGURES = 4;

const MEANING: Readonly<Record<Outcome, string>> = {
  'no winner can be named':
    'Who is in which arm is not what was planned, so a difference between arms need not come from the treatment.',
  'guardrail broken': 'A guardrail got worse by more than its margin. No gain elsewhere makes up for that.',
  better:
    'A goal metric improved by more than chance explains, none got worse and no guardrail broke. An undecided guardrail is not a held one.',
  worse: 'A goal metric got worse by more than chance explains, and none improved.',
  mixed: 'One goal metric improved and another got worse. Which of them matters was to be agreed on before.',
  'no difference shown':
    'No goal metric moved by more than chance explains. Compare the effects of interest with the MDE before calling it no effect.',
  'insufficient evidence': 'No goal metric could be judged. The section on effects says why.',
};
const MARKS: Readonly<Record<Outcome, string>> = {
  ...{ 'no winner can be named': '?', 'guardrail broken': '✗', better: '▲', worse: '▼' },
  ...{ mixed: '◆', 'no difference shown': '=', 'insufficient evidence': '?' },
};
const TONES: Readonly<Record<Outcome, string>> = {
  'no winner can be named': 'stop',
  'guardrail broken': 'stop',
  ...{ better: 'better', worse: 'worse', mixed: 'open' },
  ...{ 'no difference shown': 'no-difference-shown', 'insufficient evidence': 'insufficient-evidence' },
};

/** The outcome in plain words and, where it may be read, the goal metrics that it rests on. */
export function experimentHeadView(analysis: ExperimentAnalysis, { outcome, scope, lines }: Headline): Html {
  const verdict = scope === null ? outcome : `${outcome}: ${scope}`;
  return html`<header class="head ${TONES[outcome]}">
    <p class="kicker">keyart A/B test</p>
    ${questionView(analysis)}
    <p class="verdict"><span aria-hidden="true">${MARKS[outcome]}</span> ${verdict}</p>
    <p class="summary">${lines[0]}</p>
    <p class="summary">${lines[1]}</p>
    <p class="meaning">${MEANING[outcome]}</p>
    ${outcome !== 'no winner can be named' && figuresView(analysis)}
  </header>`;
}

function questionView({ arms: [control, ...treatments] }: ExperimentAnalysis): Html {
  return treatments.length === 1
    ? html`<h1>Did <q>${treatments[0].name}</q> do better than <q>${control.name}</q>?</h1>`
    : html`<h1>Did one of ${treatments.length} arms do better than <q>${control.name}</q>?</h1>`;
}

function figuresView({ metrics, arms, configuration }: ExperimentAnalysis): Html | null {
  const goals = decidedFirst(metrics.filter(({ guardrail, effect }) => !guardrail && effect !== null));
  if (goals.length === 0) return null;
  return html`<dl class="figures">
    ${goals.slice(0, MOST_FIGURES).map(
      (one) =>
        html`<div>
          <dt>${one.name}${arms.length > 2 && ` of ${one.comparison}`}</dt>
          <dd>${signedEffect(one.effect, one.relative)}</dd>
          <dd class="range-text">${levelText(configuration.alpha)}: ${effectRange(one)}</dd>
        </div>`,
    )}
  </dl>`;
}
