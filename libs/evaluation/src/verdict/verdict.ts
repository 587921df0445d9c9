import type { EvaluationWarning, WarningCode } from '../diagnostics/warning';
import type { Comparison } from '../estimate/estimate-all';
import type { Interval } from '../estimate/percentile-interval';
import { isRounding } from './is-rounding';

/** What may be said in the end. */
export const VERDICTS = ['better', 'worse', 'no difference shown', 'insufficient evidence'] as const;

/** One of the verdicts. */
export type Verdict = (typeof VERDICTS)[number];

/** With these no number may be read, whatever its interval. */
const FORBID_A_VERDICT: readonly WarningCode[] = [
  'BROKEN_PROPENSITY',
  'POOR_SUPPORT',
  'LOW_ESS',
  'EXTREME_WEIGHT',
  'HIGH_PARETO_K',
  'FEW_REWARDS',
  'ESTIMATORS_DISAGREE',
];

/** Whether no verdict may be given beside a warning. */
export function forbidsVerdict(code: WarningCode): boolean {
  return FORBID_A_VERDICT.includes(code);
}

/**
 * Whether the target is better than the baseline: where nothing forbids a verdict, by the interval of the headline's paired difference;
 * an interval that holds 0, or a difference that is rounding, says "no difference" only where the smallest lift of interest would have been seen.
 * @param headline null: not defined on the log
 */
export function verdictOf(headline: Comparison | null, warnings: readonly EvaluationWarning[]): Verdict {
  const interval = headline?.difference.interval ?? null;
  if (headline === null || interval === null) return 'insufficient evidence';
  return verdictOfSign(isRounding(headline) ? 0 : sideOf(interval), warnings);
}

function sideOf([lower, upper]: Interval): number {
  if (lower > 0) return 1;
  return upper < 0 ? -1 : 0;
}

/** The same once it is known on which side of 0 the difference was shown to lie. @param sign 0: on neither */
export function verdictOfSign(sign: number, warnings: readonly EvaluationWarning[]): Verdict {
  const codes = warnings.map(({ code }) => code);
  if (codes.some(forbidsVerdict)) return 'insufficient evidence';
  if (sign !== 0) return sign > 0 ? 'better' : 'worse';
  return codes.includes('UNDERPOWERED') ? 'insufficient evidence' : 'no difference shown';
}
