import type { DecidedCandidate } from '@keyart/contracts';

const DEFAULT_WINDOW_COUNT = 10_000;

/** A choice as logged. */
export interface LoggedChoice {
  readonly candidates: readonly DecidedCandidate[];
  readonly artworkId: string;
}

/** How well logged probabilities match what was drawn. */
export interface CalibrationFigures {
  /** About N(0, 1) when the log tells the truth; 0 while nothing was counted. */
  readonly z: number;
  /** Decisions in the window. */
  readonly count: number;
}

/**
 * Watches whether pictures are drawn with the probabilities that are logged. Of each decision it takes the candidate a* of
 * largest probability p and compares x = 1[chosen = a*] with p:
 *
 *   z = Σ (x − p) / √(Σ p (1 − p))
 *
 * over the last decisions. Given the past, x − p has mean 0 and variance p (1 − p) whatever the past made of p, so z is about
 * N(0, 1) by the martingale central limit theorem once Σ p (1 − p) is some tens. Decisions with p = 1 (one candidate, locked,
 * pinned) say nothing and are left out. A draw from any other distribution moves z by about √n times the mean difference.
 */
export class PropensityCalibration {
  private readonly differences: Float64Array;
  private readonly variances: Float64Array;
  private next = 0;
  private filled = 0;

  /** @param windowCount decisions looked at, the latest ones; > 0 */
  constructor(windowCount: number = DEFAULT_WINDOW_COUNT) {
    this.differences = new Float64Array(windowCount);
    this.variances = new Float64Array(windowCount);
  }

  /** Counts one decision; ties of the largest probability go to the first candidate. */
  add({ candidates, artworkId }: LoggedChoice): void {
    const likeliest = candidates.reduce((best, one) => (one.probability > best.probability ? one : best));
    const p = likeliest.probability;
    if (p >= 1) return;
    this.differences[this.next] = (likeliest.artworkId === artworkId ? 1 : 0) - p;
    this.variances[this.next] = p * (1 - p);
    this.next = (this.next + 1) % this.differences.length;
    this.filled = Math.min(this.filled + 1, this.differences.length);
  }

  /** The window's figures; read it when asked for metrics, not per decision: it sums the window anew, free of drift. */
  figures(): CalibrationFigures {
    const variance = sum(this.variances);
    return { z: variance > 0 ? sum(this.differences) / Math.sqrt(variance) : 0, count: this.filled };
  }
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
