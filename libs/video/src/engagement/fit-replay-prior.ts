/** How often a video's shots are replayed before anything is known of one: Beta(`alpha`, `beta`). */
export interface ReplayPrior {
  /** > 0. */
  readonly alpha: number;
  /** > 0. */
  readonly beta: number;
}

/** Replays among exposures. */
export interface ReplayCounts {
  /** At most `exposureCount`. */
  readonly replayCount: number;
  readonly exposureCount: number;
}

/** Shots alike but for chance: a shot's own counts then hardly matter. */
const LEAST_CORRELATION = 1e-4;
const MOST_CORRELATION = 0.5;

/**
 * The Beta-Binomial prior of replays per exposure, fitted over the video's shots by moments weighted by exposures: what the shots' rates
 * differ beyond chance is how much they differ.
 * @param counts `[shots]`; those without exposures say nothing
 * @see Kleinman, Proportions with extraneous variance, JASA 68 (1973), eq. 2.4 with weights n
 */
export function fitReplayPrior(counts: readonly ReplayCounts[]): ReplayPrior {
  const seen = counts.filter(({ exposureCount }) => exposureCount > 0);
  const total = sum(seen.map(({ exposureCount }) => exposureCount));
  const mean = (sum(seen.map(({ replayCount }) => replayCount)) + 0.5) / (total + 1);
  const spread = sum(
    seen.map(({ replayCount, exposureCount }) => exposureCount * (replayCount / exposureCount - mean) ** 2),
  );
  const freedom = seen.length - 1;
  const room = total - sum(seen.map(({ exposureCount }) => exposureCount ** 2)) / total - freedom;
  const raw = room > 0 ? (spread / (mean * (1 - mean)) - freedom) / room : LEAST_CORRELATION;
  const correlation = Math.min(MOST_CORRELATION, Math.max(LEAST_CORRELATION, raw));
  const strength = 1 / correlation - 1;
  return { alpha: mean * strength, beta: (1 - mean) * strength };
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
