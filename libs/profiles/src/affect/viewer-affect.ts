import type { Tone } from '@keyart/contracts';
import { decayWeight, VIEWER_HALF_LIFE_DAYS } from '../sums/decay';
import { CHOOSING_TONES } from './choosing-tones';

/** Something that a viewer finished or wrote, with the tones of it. */
export interface AffectEvent {
  readonly atMs: number;
  /** `finished`: tone shares of the title's profile. `wrote`: tones of the own review, by probability. */
  readonly kind: 'finished' | 'wrote';
  /** Each in [0, 1]; what is missing is 0, tones that are never aimed at are not taken up. */
  readonly tones: Readonly<Partial<Record<Tone, number>>>;
}

/** A viewer's tones in sums that can be added in any order and grouping. Plain data, fit for JSON. */
export interface AffectSums {
  readonly count: number;
  readonly weight: number;
  readonly squaredWeight: number;
  /** Σ w · tone, in the order of `CHOOSING_TONES`. */
  readonly tones: readonly number[];
}

/** What a viewer feels about what they watch, as far as it may be used to choose for them. */
export interface ViewerAffect {
  readonly count: number;
  readonly effectiveCount: number;
  /** n / (n + 5) of effective events, in [0, 1). */
  readonly confidence: number;
  /** Decayed means in [0, 1]; only tones of `CHOOSING_TONES`. */
  readonly tones: Readonly<Partial<Record<Tone, number>>>;
}

/** What a person says themselves tells more of them than what all say of a title they finished. */
const KIND_WEIGHTS: Readonly<Record<AffectEvent['kind'], number>> = { finished: 0.5, wrote: 1 };
const CONFIDENCE_COUNT = 5;

/** Nothing seen or written yet. */
export const NO_AFFECT: AffectSums = {
  ...{ count: 0, weight: 0, squaredWeight: 0 },
  tones: CHOOSING_TONES.map(() => 0),
};

/** Sums of some events, each weighted by age and kind. */
export function affectSums(events: Iterable<AffectEvent>): AffectSums {
  const sums = { ...NO_AFFECT, tones: [...NO_AFFECT.tones] };
  for (const { atMs, kind, tones } of events) {
    const weight = KIND_WEIGHTS[kind] * decayWeight(atMs, VIEWER_HALF_LIFE_DAYS);
    sums.count++;
    sums.weight += weight;
    sums.squaredWeight += weight * weight;
    CHOOSING_TONES.forEach((tone, index) => (sums.tones[index] += weight * (tones[tone] ?? 0)));
  }
  return sums;
}

/** Sums of both parts. */
export function addAffect(a: AffectSums, b: AffectSums): AffectSums {
  return {
    count: a.count + b.count,
    weight: a.weight + b.weight,
    squaredWeight: a.squaredWeight + b.squaredWeight,
    tones: a.tones.map((sum, tone) => sum + b.tones[tone]),
  };
}

/** The viewer's tones as decayed means. */
export function affectOf({ count, weight, squaredWeight, tones }: AffectSums): ViewerAffect {
  const effectiveCount = squaredWeight > 0 ? weight ** 2 / squaredWeight : 0;
  const means = CHOOSING_TONES.map((tone, index) => [tone, weight > 0 ? tones[index] / weight : 0] as const);
  return {
    ...{ count, effectiveCount, confidence: effectiveCount / (effectiveCount + CONFIDENCE_COUNT) },
    tones: Object.fromEntries(means.filter(([, mean]) => mean > 0)),
  };
}
