import type { ComparisonResult, EffectTrend } from '@keyart/evaluation';

/** The effect day by day. */
export interface DailyComparison {
  readonly name: string;
  readonly comparison: string;
  readonly days: readonly {
    readonly day: number;
    readonly effect: number | null;
    readonly interval: ComparisonResult['interval'];
  }[];
  readonly trend: EffectTrend | null;
}
