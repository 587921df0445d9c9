import { groupsOf } from '@keyart/common';
import type { ComparisonResult, Verdict } from '@keyart/evaluation';
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

/** What was decided comes first. */
const VERDICT_ORDER: readonly Verdict[] = ['better', 'worse', 'no difference shown', 'insufficient evidence'];
/** Of a verdict that decides nothing; the others are counted. */
const MOST_NAMED = 4;

/** Outcome and two lines of plain words. */
export interface Headline {
  readonly outcome: Outcome;
  /** Of several arms, how many it is said of: `one of 4 arms`; null: one arm, or of none in particular. */
  readonly scope: string | null;
  readonly lines: readonly [string, string];
}

/** The outcome over all goal metrics and guardrails; none where a warning forbids it. */
export function headlineOf(analysis: ExperimentAnalysis): Headline {
  const { metrics, warnings } = analysis;
  const forbidding = warnings.filter(({ code }) => forbidsWinner(code));
  if (forbidding.length > 0)
    return {
      outcome: 'no winner can be named',
      scope: null,
      lines: [
        `No winner can be named: ${forbidding.map(({ detail }) => detail).join('; ')}.`,
        'Effects are shown below so that the fault can be found; they are not results.',
      ],
    };
  const goals = decidedFirst(metrics.filter(({ guardrail }) => !guardrail));
  const outcome = outcomeOf(metrics);
  return {
    outcome,
    scope: scopeOf(analysis, outcome),
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

/** Comparisons by what they say, in the order of the file where they say the same. */
export function decidedFirst(goals: readonly ComparisonResult[]): ComparisonResult[] {
  const rank = ({ verdict }: ComparisonResult): number => VERDICT_ORDER.indexOf(verdict);
  return [...goals].sort((a, b) => rank(a) - rank(b));
}

function scopeOf({ metrics, arms }: ExperimentAnalysis, outcome: Outcome): string | null {
  const armCount = arms.length - 1;
  if (armCount < 2) return null;
  const isMeant = ({ verdict, guardrail }: ComparisonResult): boolean =>
    guardrail
      ? outcome === 'guardrail broken' && guardrail.state === 'broken'
      : verdict === outcome && isDecided(verdict);
  const count = new Set(metrics.filter(isMeant).map(({ comparison }) => comparison)).size;
  if (count === 0) return null;
  return count === armCount ? `all ${armCount} arms` : `${count === 1 ? 'one' : count} of ${armCount} arms`;
}

function isDecided(verdict: Verdict): boolean {
  return verdict === 'better' || verdict === 'worse';
}

function goalsLine(goals: readonly ComparisonResult[], hasManyArms: boolean): string {
  if (goals.length === 0) return 'There is no goal metric, only guardrails.';
  const parts = groupsOf(goals, ({ verdict }) => verdict).map((group) => {
    const [{ verdict }] = group;
    const named = isDecided(verdict) ? group : group.slice(0, MOST_NAMED);
    const texts = named.map((one) =>
      [one.name, ...(hasManyArms ? [`of ${one.comparison}`] : []), effectWithRange(one)].join(' '),
    );
    const others = group.length - named.length;
    return `${verdict}: ${texts.join(', ')}${others > 0 ? ` and ${others} more` : ''}`;
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
