import { groupsOf } from '@keyart/common';
import type { ComparisonResult } from '@keyart/evaluation';
import type { ExperimentAnalysis } from '../analysis/experiment-result';
import { forbidsWinner } from '../analysis/experiment-warning';
import { notComparedLines } from '../analysis/not-compared-lines';
import { effectSize, effectWithRange } from './effect-text';

/** What a test says as a whole. */
export const OUTCOMES = [
  'no winner can be named',
  'guardrail broken',
  'better',
  'worse',
  'mixed',
  'no difference shown',
  'insufficient evidence',
] as const;

/** One of them. */
export type Outcome = (typeof OUTCOMES)[number];

/** Outcome and two lines of plain words. */
export interface Headline {
  readonly outcome: Outcome;
  readonly lines: readonly [string, string];
}

/** The outcome over all goal metrics and guardrails; none where a warning forbids it. */
export function headlineOf(analysis: ExperimentAnalysis): Headline {
  const { metrics, warnings } = analysis;
  const forbidding = warnings.filter(({ code }) => forbidsWinner(code));
  if (forbidding.length > 0)
    return {
      outcome: 'no winner can be named',
      lines: [
        `No winner can be named: ${forbidding.map(({ detail }) => detail).join('; ')}.`,
        'Effects are shown below so that the fault can be found; they are not results.',
      ],
    };
  const goals = metrics.filter(({ guardrail }) => !guardrail);
  return {
    outcome: outcomeOf(metrics),
    lines:
      metrics.length === 0
        ? [
            'No arm is large enough to be compared with the control.',
            sentence(notComparedLines(analysis.notCompared).join('; ')),
          ]
        : [goalsLine(goals, analysis.arms.length > 2), guardrailsLine(analysis)],
  };
}

function outcomeOf(metrics: readonly ComparisonResult[]): Outcome {
  if (metrics.some(({ guardrail }) => guardrail?.state === 'broken')) return 'guardrail broken';
  const verdicts = metrics.filter(({ guardrail }) => !guardrail).map(({ verdict }) => verdict);
  const [isBetter, isWorse] = [verdicts.includes('better'), verdicts.includes('worse')];
  if (isBetter && isWorse) return 'mixed';
  if (isBetter || isWorse) return isBetter ? 'better' : 'worse';
  return verdicts.includes('no difference shown') ? 'no difference shown' : 'insufficient evidence';
}

function goalsLine(goals: readonly ComparisonResult[], hasManyArms: boolean): string {
  if (goals.length === 0) return 'There is no goal metric, only guardrails.';
  const parts = groupsOf(goals, ({ verdict }) => verdict).map((group) => {
    const named = group.map((one) =>
      [one.name, ...(hasManyArms ? [`of ${one.comparison}`] : []), effectWithRange(one)].join(' '),
    );
    return `${group[0].verdict}: ${named.join(', ')}`;
  });
  return sentence(parts.join('; '));
}

function guardrailsLine({ metrics, warnings, arms }: ExperimentAnalysis): string {
  const parts = metrics.flatMap(({ guardrail, ...one }) => {
    if (!guardrail) return [];
    const of = arms.length > 2 ? ` of ${one.comparison}` : '';
    return [`${one.name}${of} ${guardrail.state} (margin ${effectSize(guardrail.margin, one.relative)})`];
  });
  const guards =
    parts.length > 0 ? `Guardrails: ${parts.join(', ')}.` : 'No metric was named as a guardrail.';
  const codes = [...new Set(warnings.map(({ code }) => code))];
  return codes.length > 0 ? `${guards} To be known: ${codes.join(', ')}.` : guards;
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}
