/** A symmetric positive definite system A x = b, given by what A does to a vector. */
export interface LinearSystem {
  /** Writes A x into `out`; both `[p]`. */
  readonly apply: (x: Float64Array, out: Float64Array) => void;
  /** b, `[p]`. */
  readonly rightSide: Float64Array;
  /** Positive numbers near A's diagonal, `[p]` (Jacobi preconditioner); they change the speed, not the solution. */
  readonly diagonal: Float64Array;
  /** Residual norm relative to b's at which to stop, > 0; default 1e-13. */
  readonly tolerance?: number;
}

/** Residual norm relative to b's (both preconditioned): next to the last digits of a double. */
const TOLERANCE = 1e-13;
/** In exact arithmetic p steps suffice; rounding may want some more on ill-conditioned systems. */
const STEPS_PER_UNKNOWN = 4;
const MIN_STEPS = 100;

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function addScaled(target: Float64Array, scale: number, direction: Float64Array): void {
  for (let i = 0; i < target.length; i++) target[i] += scale * direction[i];
}

/**
 * Solves a positive definite system by preconditioned conjugate gradients (Hestenes & Stiefel 1952; Shewchuk 1994, B3),
 * from zero, to the tolerance or until rounding stops progress. Deterministic.
 * @returns x, `[p]`
 */
export function solveConjugateGradient(system: LinearSystem): Float64Array {
  const { apply, rightSide, diagonal, tolerance = TOLERANCE } = system;
  const size = rightSide.length;
  const solution = new Float64Array(size);
  const residual = Float64Array.from(rightSide);
  const scaled = residual.map((value, i) => value / diagonal[i]);
  const direction = Float64Array.from(scaled);
  const image = new Float64Array(size);
  let energy = dot(residual, scaled);
  const goal = energy * tolerance ** 2;
  for (let step = 0; energy > goal && step < MIN_STEPS + STEPS_PER_UNKNOWN * size; step++) {
    apply(direction, image);
    const stride = energy / dot(direction, image);
    addScaled(solution, stride, direction);
    addScaled(residual, -stride, image);
    for (let i = 0; i < size; i++) scaled[i] = residual[i] / diagonal[i];
    const nextEnergy = dot(residual, scaled);
    for (let i = 0; i < size; i++) direction[i] = scaled[i] + (nextEnergy / energy) * direction[i];
    energy = nextEnergy;
  }
  return solution;
}
