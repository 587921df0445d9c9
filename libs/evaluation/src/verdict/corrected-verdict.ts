import type { EvaluationWarning } from '../diagnostics/warning';
import type { Measured } from '../estimate/estimate-all';
import { verdictOfSign, type Verdict } from './verdict';

/** One of several targets on one log. */
export interface CorrectedDifference {
  /** Target less baseline; null: not defined on the log. */
  readonly difference: Measured | null;
  /** Corrected over all targets, in [0, 1]; null: there is none. */
  readonly adjustedPValue: number | null;
  /** In (0, 1). */
  readonly alpha: number;
}

/** The verdict by a p-value that was corrected over several targets; see `verdictOf`. */
export function correctedVerdictOf(
  { difference, adjustedPValue, alpha }: CorrectedDifference,
  warnings: readonly EvaluationWarning[],
): Verdict {
  if (!difference?.interval) return 'insufficient evidence';
  const isShown = adjustedPValue !== null && adjustedPValue <= alpha;
  return verdictOfSign(isShown ? Math.sign(difference.value) : 0, warnings);
}
