import { gaussLegendre } from '../../numeric/gauss-legendre';
import { normalSurvival } from '../../distributions/normal-survival';

/** Nodes for each standard deviation of what a look adds: probabilities are right to some 1e-10. */
const NODES_A_SPREAD = 1.5;
const FEWEST_NODES = 24;
/** Rules are kept, so there should be few. */
const NODE_STEP = 16;
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

/** Where paths go on: who is inside ±boundary, and how finely the next look needs to know where. */
export interface Survival {
  readonly boundary: number;
  /** Standard deviation of what the next look adds. */
  readonly nextSpread: number;
}

/**
 * The paths that are inside ±boundary at the next look, by Gauss–Legendre quadrature with nodes closer than what is added varies.
 * Source: Armitage, McPherson and Rowe, "Repeated significance tests on accumulating data" (JRSS A 1969).
 */
export function surviveLook(
  before: Surviving,
  step: LookStep,
  { boundary, nextSpread }: Survival,
): Surviving {
  const reach = Math.min(boundary, FARTHEST);
  const needed = FEWEST_NODES + (NODES_A_SPREAD * 2 * reach) / Math.min(step.spread, nextSpread);
  const { nodes, weights } = gaussLegendre(NODE_STEP * Math.ceil(needed / NODE_STEP));
  const z = nodes.map((node) => reach * node);
  return { z, weight: z.map((at, i) => densityAt(before, step, at) * reach * weights[i]) };
}

function densityAt({ z, weight }: Surviving, { keep, spread }: LookStep, at: number): number {
  let sum = 0;
  for (let i = 0; i < z.length; i++) {
    const away = (at - keep * z[i]) / spread;
    if (Math.abs(away) <= FARTHEST) sum += weight[i] * Math.exp(-0.5 * away * away);
  }
  return sum / (spread * Math.sqrt(2 * Math.PI));
}
