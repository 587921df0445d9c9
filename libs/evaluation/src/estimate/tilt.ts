/** Weights of members, most of it on those with large scores. */
export interface Tilt {
  /** `[scores.length]`; with `unseenWeight` they sum to 1. */
  readonly weights: Float64Array;
  /** The member not seen that has the largest score, and its weight, 0 unless its score is above all that were seen. */
  readonly unseenPlace: number;
  readonly unseenWeight: number;
  /** v of the solution: where to start with scores that are nearly the same. */
  readonly inverse: number;
}

/** How far scores are tilted. */
export interface TiltOptions {
  /** Scores of members that were not seen. */
  readonly unseenScores: Float64Array;
  /** `−2 Σ ln(U p)` of the result, > 0. */
  readonly radius: number;
  /** v from where to search; 0: where the normal distribution has it. */
  readonly start: number;
}

const MOST_STEPS = 100;
/** Of the root of the radius; Newton's method has squared it by the time it is seen. */
const PRECISION = 1e-6;
/** How near the largest score comes to taking all weight. */
const EDGE = 1 - 1e-12;

/**
 * Members' weights p that have the largest mean score of all with `−2 Σ_u ln(U p_u) = radius`. They are `p_u ∝ 1 / (1 − v s_u)`, s the
 * scores less their mean, v > 0 the root of one equation; the square root of its left side is nearly linear in v. Where v would come to
 * 1 / s of a member that was not seen, it stays there, and that member takes the weight `1 − exp(−(radius − what is spent) / 2 U)`.
 */
export function tiltOf(scores: Float64Array, { unseenScores, radius, start }: TiltOptions): Tilt {
  const { centred, mean, largest, deviation } = centre(scores);
  const unseenPlace = unseenScores.reduce((best, one, i) => (one > unseenScores[best] ? i : best), 0);
  const unseen = unseenScores.length > 0 ? unseenScores[unseenPlace] - mean : -Infinity;
  if (!(Math.max(largest, unseen) > 0)) return { ...tilted(centred, 0, 1), unseenPlace, unseenWeight: 0 };
  if (unseen > largest) {
    const { distance } = distanceAt(centred, 1 / unseen);
    if (distance <= radius) {
      const unseenWeight = -Math.expm1((distance - radius) / (2 * scores.length));
      return { ...tilted(centred, 1 / unseen, 1 - unseenWeight), unseenPlace, unseenWeight };
    }
  }
  const most = EDGE / Math.max(largest, unseen);
  const from = Math.min(start || Math.sqrt(radius) / deviation, 0.9 * most);
  const inverse = inverseFor(centred, { radius, most, from });
  return { ...tilted(centred, inverse, 1), unseenPlace, unseenWeight: 0 };
}

/** @returns scores less their mean, and the root of their sum of squares */
function centre(scores: Float64Array) {
  let sum = 0;
  for (let u = 0; u < scores.length; u++) sum += scores[u];
  const mean = sum / scores.length;
  const centred = new Float64Array(scores.length);
  let [largest, squares] = [0, 0];
  for (let u = 0; u < scores.length; u++) {
    const score = scores[u] - mean;
    centred[u] = score;
    squares += score * score;
    if (score > largest) largest = score;
  }
  return { centred, mean, largest, deviation: Math.sqrt(squares) };
}

function tilted(centred: Float64Array, inverse: number, mass: number) {
  const weights = new Float64Array(centred.length);
  let sum = 0;
  for (let u = 0; u < centred.length; u++) sum += weights[u] = 1 / (1 - inverse * centred[u]);
  for (let u = 0; u < centred.length; u++) weights[u] *= mass / sum;
  return { inverse, weights };
}

interface Search {
  readonly radius: number;
  /** v is below. */
  readonly most: number;
  readonly from: number;
}

/** Newton's method on the root of the distance, halving its bracket where it would leave it. */
function inverseFor(centred: Float64Array, { radius, most, from }: Search): number {
  const wanted = Math.sqrt(radius);
  let [low, high, inverse] = [0, most, from];
  for (let step = 0; step < MOST_STEPS && high > low; step++) {
    const { distance, slope } = distanceAt(centred, inverse);
    const root = Math.sqrt(Math.max(0, distance));
    const next = inverse + ((wanted - root) * 2 * root) / slope;
    if (Math.abs(root - wanted) <= PRECISION * wanted) return next < most ? next : inverse;
    if (root < wanted) low = inverse;
    else high = inverse;
    inverse = next > low && next < high ? next : (low + high) / 2;
  }
  return inverse;
}

/** Factors multiplied before a logarithm is taken: it is what costs. */
const FACTORS_A_LOGARITHM = 8;

/** `−2 Σ ln(U p)` at v, and its derivative by v. */
function distanceAt(centred: Float64Array, inverse: number): { distance: number; slope: number } {
  const count = centred.length;
  let [logs, sum, squares] = [0, 0, 0];
  for (let from = 0; from < count; from += FACTORS_A_LOGARITHM) {
    const to = Math.min(count, from + FACTORS_A_LOGARITHM);
    let product = 1;
    for (let u = from; u < to; u++) {
      const factor = 1 - inverse * centred[u];
      const odds = 1 / factor;
      product *= factor;
      sum += odds;
      squares += odds * odds;
    }
    logs += Math.log(product);
  }
  const slope = ((count * (squares - sum)) / sum - (sum - count)) / inverse;
  return { distance: 2 * (logs + count * Math.log(sum / count)), slope: 2 * slope };
}
