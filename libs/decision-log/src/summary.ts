import { forbidsVerdict, type EvaluationWarning, type Verdict } from '@keyart/evaluation';
import type { EvaluationPower, ReportedDifference } from './evaluation-result';

/** What a summary is made of. */
export interface SummaryParts {
  readonly verdict: Verdict;
  readonly policies: { readonly target: string; readonly baseline: string };
  readonly difference: ReportedDifference | null;
  readonly warnings: readonly EvaluationWarning[];
  readonly power: EvaluationPower;
}

/** Two lines for people: what may be said, and what that rests on. */
export function summaryOf(parts: SummaryParts): [string, string] {
  return [verdictLine(parts), reasonLine(parts)];
}

function verdictLine({ verdict, policies: { target, baseline } }: SummaryParts): string {
  if (verdict === 'better' || verdict === 'worse') return `${target} is ${verdict} than ${baseline}.`;
  if (verdict === 'no difference shown') return `No difference between ${target} and ${baseline} was shown.`;
  return `This log cannot tell whether ${target} is better than ${baseline}: insufficient evidence.`;
}

function reasonLine({ verdict, difference, warnings, power }: SummaryParts): string {
  const measured = difference
    ? `Paired difference ${signed(difference.value)}${difference.interval ? ` (${difference.interval.map(signed).join(' to ')})` : ''} by ${difference.estimator.toUpperCase()}`
    : 'No difference could be computed';
  const isCause = ({ code }: EvaluationWarning): boolean => forbidsVerdict(code) || code === 'UNDERPOWERED';
  const causes = warnings
    .filter(isCause)
    .map(({ code }) => code)
    .join(', ');
  if (verdict === 'insufficient evidence')
    return `${measured}; what stands against it: ${causes || 'no interval'}.`;
  const least = power.minimumDetectableEffect;
  const seen = least === null ? '' : `; lifts from ${(100 * least).toFixed(1)}% on can be shown`;
  return `${measured}${seen}.`;
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toPrecision(3)}`;
}
