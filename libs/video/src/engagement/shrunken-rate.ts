import type { ReplayCounts, ReplayPrior } from './fit-replay-prior';

/** A rate drawn towards its prior, with what is not known of it. */
export interface ShrunkenRate {
  /** Mean of the posterior, in (0, 1). */
  readonly rate: number;
  /** 95% interval, in (0, 1). */
  readonly lower: number;
  readonly upper: number;
}

const NORMAL_95 = 1.96;

/** Replays per exposure by prior and counts: mean of the Beta posterior, interval normal on the log-odds. */
export function shrunkenRate(
  { replayCount, exposureCount }: ReplayCounts,
  { alpha, beta }: ReplayPrior,
): ShrunkenRate {
  const a = alpha + replayCount;
  const b = beta + exposureCount - replayCount;
  const logOdds = Math.log(a / b);
  const margin = NORMAL_95 * Math.sqrt(1 / a + 1 / b);
  return { rate: a / (a + b), lower: logistic(logOdds - margin), upper: logistic(logOdds + margin) };
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
