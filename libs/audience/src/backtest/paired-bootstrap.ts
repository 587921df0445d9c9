import { createRandom } from '@keyart/common';
import { meanOf } from './forecast-scores';

/** A mean difference and where it lies. */
export interface PairedDifference {
  readonly mean: number;
  /** 95% interval. */
  readonly low: number;
  readonly high: number;
}

const DRAWS = 2000;
const TAIL = 0.025;

/** Mean of differences of pairs, with the percentile interval of resampled pairs (Efron & Tibshirani 1993, 13.3). */
export function pairedBootstrap(differences: readonly number[], seed: string): PairedDifference {
  const random = createRandom(`paired-bootstrap/${seed}`);
  const n = differences.length;
  const means = Array.from({ length: DRAWS }, () => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += differences[Math.floor(random.next() * n)];
    return sum / n;
  }).sort((a, b) => a - b);
  return {
    mean: meanOf(differences),
    low: means[Math.floor(TAIL * DRAWS)],
    high: means[Math.ceil((1 - TAIL) * DRAWS) - 1],
  };
}
