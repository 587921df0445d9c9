import { sigmoid } from './logit';

/** Log odds and what came of them. */
export interface ShiftRows {
  readonly logits: readonly number[];
  /** 0 or 1. */
  readonly outcomes: readonly number[];
  /** ≥ 0, what each says; default: 1. */
  readonly weights?: readonly number[];
}

const STEPS = 40;
const LARGEST_STEP = 1;
const TOLERANCE = 1e-7;

/**
 * How far a title lies from its forecast: the shift s of all log odds that is likeliest under s ~ N(0, 1/precision), by Newton's method; 0 of
 * no rows. @param precision > 0
 */
export function titleShift({ logits, outcomes, weights }: ShiftRows, precision: number): number {
  let shift = 0;
  for (let step = 0; step < STEPS; step++) {
    let gradient = -precision * shift;
    let curvature = precision;
    logits.forEach((value, i) => {
      const chance = sigmoid(value + shift);
      const weight = weights?.[i] ?? 1;
      gradient += weight * (outcomes[i] - chance);
      curvature += weight * chance * (1 - chance);
    });
    const change = Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, gradient / curvature));
    shift += change;
    if (Math.abs(change) < TOLERANCE) break;
  }
  return shift;
}
