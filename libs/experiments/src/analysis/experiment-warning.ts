import { adjustByHolm, type ExperimentResult, type MultipleExposure } from '@keyart/evaluation';
import type { DailyComparison } from './daily-comparison';
import { leakedTrafficText } from './leaked-traffic-text';

/** What can be wrong with a test; each has a page in `docs/evaluation/warnings`. */
export const EXPERIMENT_WARNING_CODES = [
  'SAMPLE_RATIO_MISMATCH',
  'LEAKED_TRAFFIC',
  'MULTIPLE_EXPOSURE',
  'EFFECT_CHANGES',
] as const;

/** One of the codes. */
export type ExperimentWarningCode = (typeof EXPERIMENT_WARNING_CODES)[number];

/** A code and what was seen. */
export interface ExperimentWarning {
  readonly code: ExperimentWarningCode;
  readonly detail: string;
}

/** Whether no winner may be named beside a warning. */
export function forbidsWinner(code: ExperimentWarningCode): boolean {
  return code !== 'EFFECT_CHANGES';
}

const TREND_LEVEL = 0.01;

/** What a reader of the test must know first. */
export function experimentWarnings(found: {
  readonly result: Pick<ExperimentResult, 'sampleRatio'>;
  readonly arms: readonly string[];
  readonly multipleExposure: MultipleExposure | null;
  readonly daily: readonly DailyComparison[];
}): ExperimentWarning[] {
  const { result, arms, multipleExposure, daily } = found;
  const warnings: ExperimentWarning[] = [];
  const { isMismatch, pValue, leakedTraffic } = result.sampleRatio;
  if (isMismatch)
    warnings.push({
      code: 'SAMPLE_RATIO_MISMATCH',
      detail: `the arms do not have their planned sizes (p = ${(pValue ?? 0).toExponential(1)}): members are missing from an arm, and nobody knows which`,
    });
  for (const { index, count } of leakedTraffic)
    warnings.push({
      code: 'LEAKED_TRAFFIC',
      detail: leakedTrafficText(arms[index], count),
    });
  if (multipleExposure?.isBroken)
    warnings.push({
      code: 'MULTIPLE_EXPOSURE',
      detail: `${(100 * multipleExposure.share).toFixed(1)}% of the members (${multipleExposure.memberCount}) met several arms and were left out`,
    });
  warnings.push(...changingEffects(daily));
  return warnings;
}

/** Slopes over all metrics and arms that were looked at, corrected together (Holm). */
function changingEffects(daily: readonly DailyComparison[]): ExperimentWarning[] {
  const adjusted = adjustByHolm(daily.map(({ trend }) => trend?.pValue ?? null));
  const count = adjusted.filter((p) => p !== null).length;
  const together = count > 1 ? `, corrected over ${count} slopes` : '';
  return daily.flatMap(({ name, comparison, trend }, i): ExperimentWarning[] => {
    const pValue = adjusted[i];
    if (!trend || pValue === null || pValue >= TREND_LEVEL) return [];
    const way = trend.slope > 0 ? 'rises' : 'falls';
    const size = Math.abs(trend.slope).toPrecision(2);
    const detail = `${name}, ${comparison}: the effect ${way} by ${size} a day (p = ${pValue.toPrecision(2)}${together})`;
    return [{ code: 'EFFECT_CHANGES', detail }];
  });
}
