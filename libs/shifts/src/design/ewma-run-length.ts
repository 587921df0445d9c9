import { InputError } from '@keyart/common';
import { findRoot, gaussLegendre } from '@keyart/evaluation';
import { SHIFT_ERROR_CODES } from '../errors';
import { solveRunLength } from './solve-run-length';

/** Weight of the newest bucket. */
export const EWMA_WEIGHT = 0.2;

const NODE_COUNT = 72;
const LIMIT_RANGE = [0.5, 6] as const;
const RUN_LENGTH_RANGE = [10, 1e7] as const;

/** Standard deviation of an EWMA of many independent standard normal values. */
export const EWMA_SD = Math.sqrt(EWMA_WEIGHT / (2 - EWMA_WEIGHT));

/**
 * Mean number of buckets until an EWMA (λ = .2) that starts at 0 passes its limits: L(u) = 1 + ∫ L(y) φ((y − (1 − λ) u)/λ − δ)/λ dy.
 * Source: Crowder, "A simple method for studying run-length distributions of EWMA charts" (Technometrics 1987).
 * @param limit in (0, 6], standard deviations of the EWMA
 * @param shiftSd what the mean is off by, standard deviations of a bucket
 * @throws InputError `BAD_SHIFT_DESIGN`
 */
export function ewmaRunLength(limit: number, shiftSd = 0): number {
  if (!(limit > 0 && limit <= LIMIT_RANGE[1]) || !Number.isFinite(shiftSd))
    throw new InputError(SHIFT_ERROR_CODES.badDesign, `limit ${limit} with a shift of ${shiftSd}`);
  const { nodes, weights } = gaussLegendre(NODE_COUNT);
  const end = limit * EWMA_SD;
  // The first stands for the start: runs leave it, none comes back.
  const at = [0, ...Array.from(nodes, (node) => node * end)];
  const kernel = at.map((from) =>
    Float64Array.from(at, (to, j) => {
      if (j === 0) return 0;
      const z = (to - (1 - EWMA_WEIGHT) * from) / EWMA_WEIGHT - shiftSd;
      return ((weights[j - 1] * end) / EWMA_WEIGHT) * (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI));
    }),
  );
  return solveRunLength(kernel)[0];
}

/**
 * The limit, in standard deviations of the EWMA, whose mean time to a false alarm is as designed.
 * @param runLength buckets, in [10, 10⁷]
 * @throws InputError `BAD_SHIFT_DESIGN`
 */
export function ewmaLimit(runLength: number): number {
  const [least, most] = RUN_LENGTH_RANGE;
  if (!(runLength >= least && runLength <= most))
    throw new InputError(
      SHIFT_ERROR_CODES.badDesign,
      `runLength ${runLength}: must be in [${least}, ${most}]`,
    );
  return findRoot((limit) => Math.log(ewmaRunLength(limit) / runLength), LIMIT_RANGE, 1e-9);
}
