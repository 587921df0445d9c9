import { InputError } from '@keyart/common';
import { findRoot, gaussLegendre, normalSurvival } from '@keyart/evaluation';
import { SHIFT_ERROR_CODES } from '../errors';
import { solveRunLength } from './solve-run-length';

/** Half of the shift that the CUSUM is best for, in standard deviations of a bucket: 1 σ. */
export const CUSUM_REFERENCE = 0.5;

const NODE_COUNT = 72;
const THRESHOLD_RANGE = [0.5, 20] as const;
const RUN_LENGTH_RANGE = [10, 1e7] as const;

/** One side, from 0: L(u) = 1 + L(0) Φ(k − u − δ) + ∫ L(y) φ(y + k − u − δ) dy over [0, h]. */
function oneSided(threshold: number, drift: number): number {
  const { nodes, weights } = gaussLegendre(NODE_COUNT);
  const at = [0, ...Array.from(nodes, (node) => ((node + 1) / 2) * threshold)];
  const kernel = at.map((from) =>
    Float64Array.from(at, (to, j) => {
      if (j === 0) return normalSurvival(from + drift);
      const step = to - from - drift;
      return ((weights[j - 1] * threshold) / 2) * (Math.exp(-step * step * 0.5) / Math.sqrt(2 * Math.PI));
    }),
  );
  return solveRunLength(kernel)[0];
}

/**
 * Mean number of buckets until a two-sided CUSUM that starts at 0 passes its threshold.
 * 1/L = 1/L⁺ + 1/L⁻ (Van Dobben de Bruyn, "Cumulative sum tests", 1968); each side by Gauss–Legendre on its integral equation
 * (Vance, "Average run lengths of cumulative sum control charts", 1986). Known: h = 4 and 5 at k = .5 give 168 and 465 (Lucas & Crosier 1982).
 * @param threshold h, in (0, 20], standard deviations of a bucket
 * @param shiftSd what the mean is off by; 0: the time to a false alarm
 * @throws InputError `BAD_SHIFT_DESIGN`
 */
export function cusumRunLength(threshold: number, shiftSd = 0): number {
  if (!(threshold > 0 && threshold <= THRESHOLD_RANGE[1]) || !Number.isFinite(shiftSd))
    throw new InputError(SHIFT_ERROR_CODES.badDesign, `threshold ${threshold} with a shift of ${shiftSd}`);
  const [up, down] = [shiftSd, -shiftSd].map((shift) => oneSided(threshold, shift - CUSUM_REFERENCE));
  return 1 / (1 / up + 1 / down);
}

/**
 * The threshold h whose mean time to a false alarm is as designed.
 * @param runLength buckets, in [10, 10⁷]
 * @throws InputError `BAD_SHIFT_DESIGN`
 */
export function cusumThreshold(runLength: number): number {
  const [least, most] = RUN_LENGTH_RANGE;
  if (!(runLength >= least && runLength <= most))
    throw new InputError(
      SHIFT_ERROR_CODES.badDesign,
      `runLength ${runLength}: must be in [${least}, ${most}]`,
    );
  const excess = (threshold: number): number => Math.log(cusumRunLength(threshold) / runLength);
  return findRoot(excess, THRESHOLD_RANGE, 1e-9);
}
