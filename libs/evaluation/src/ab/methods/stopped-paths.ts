import { normalSurvival } from '../../distributions/normal-survival';

/** Grid points a standard deviation; probabilities are right to some 1e-8. */
const GRID_STEPS_A_DEVIATION = 40;
/** A normal density is nothing that far out. */
const FARTHEST = 9;

/** Where z lies on the paths that have not stopped yet: weight[i] at z[i], the integration rule's weights included. */
export interface Surviving {
  readonly z: Float64Array;
  readonly weight: Float64Array;
}

/** From one look to the next. */
export interface LookStep {
  /** √(t_{k−1} / t_k): what is left of the last z. */
  readonly keep: number;
  /** √(1 − t_{k−1} / t_k): standard deviation of what is added. */
  readonly spread: number;
}

/** Before the first look every path is at 0. */
export const AT_START: Surviving = { z: Float64Array.of(0), weight: Float64Array.of(1) };

/** @param from, to information fractions, 0 ≤ from < to */
export function lookStep(from: number, to: number): LookStep {
  return { keep: Math.sqrt(from / to), spread: Math.sqrt(1 - from / to) };
}

/** P(|z| ≥ boundary at the next look, not stopped before), without an effect. */
export function exitProbability({ z, weight }: Surviving, step: LookStep, boundary: number): number {
  let sum = 0;
  for (let i = 0; i < z.length; i++) {
    const near = (boundary - step.keep * Math.abs(z[i])) / step.spread;
    if (near > FARTHEST) continue;
    const far = (boundary + step.keep * Math.abs(z[i])) / step.spread;
    sum += weight[i] * (normalSurvival(near) + (far > FARTHEST ? 0 : normalSurvival(far)));
  }
  return sum;
}

/**
 * The paths that are inside ±boundary at the next look, by Simpson's rule.
 * Source: Armitage, McPherson and Rowe, "Repeated significance tests on accumulating data" (JRSS A 1969).
 */
export function surviveLook(before: Surviving, step: LookStep, boundary: number): Surviving {
  const reach = Math.min(boundary, FARTHEST);
  const intervals = 2 * Math.max(4, Math.ceil(reach * GRID_STEPS_A_DEVIATION));
  const width = (2 * reach) / intervals;
  const z = Float64Array.from({ length: intervals + 1 }, (_, i) => -reach + i * width);
  const rule = (i: number): number => (i === 0 || i === intervals ? 1 : i % 2 === 1 ? 4 : 2);
  return { z, weight: z.map((at, i) => (densityAt(before, step, at) * rule(i) * width) / 3) };
}

function densityAt({ z, weight }: Surviving, { keep, spread }: LookStep, at: number): number {
  let sum = 0;
  for (let i = 0; i < z.length; i++) {
    const away = (at - keep * z[i]) / spread;
    if (Math.abs(away) <= FARTHEST) sum += weight[i] * Math.exp(-0.5 * away * away);
  }
  return sum / (spread * Math.sqrt(2 * Math.PI));
}
