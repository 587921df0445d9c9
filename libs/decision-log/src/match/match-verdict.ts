import { forbidsVerdict, WARNING_LIMITS, type EvaluationWarning, type Verdict } from '@keyart/evaluation';
import type { MatchResult, MatchStratum } from './match-result';

/** By the (corrected) p-value; none where few rewarded rows carry most of the weight of either policy. @param alpha level, in (0, 1) */
export function matchVerdictOf(
  { effectiveRewardedCount, difference, pValue }: MatchStratum,
  alpha: number,
): Verdict {
  const least = Math.min(effectiveRewardedCount.target, effectiveRewardedCount.baseline);
  const isOpen = least < WARNING_LIMITS.leastRewardedRowCount || difference === null || pValue === null;
  if (isOpen || pValue >= alpha) return 'insufficient evidence';
  return difference.value > 0 ? 'better' : 'worse';
}

/** The same match, without any verdict where a warning of the whole evaluation forbids one. */
export function heldBack(match: MatchResult, warnings: readonly EvaluationWarning[]): MatchResult {
  if (!warnings.some(({ code }) => forbidsVerdict(code))) return match;
  const open = (stratum: MatchStratum): MatchStratum => ({ ...stratum, verdict: 'insufficient evidence' });
  return { overall: open(match.overall), strata: match.strata.map(open) };
}
