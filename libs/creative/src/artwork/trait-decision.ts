import type { TitleFacts } from '../reviews/scope';

/** A logged choice of a picture as trait lifts need it: rendered, attributed, unlocked. */
export interface TraitDecision extends TitleFacts {
  /** Any name; only to count people and to tell their choices from others'. */
  readonly member: string;
  /** Where the member was; null: not known. */
  readonly country: string | null;
  /** Traits of each eligible picture, `[K]`, K ≥ 1. */
  readonly slate: readonly (readonly string[])[];
  /** Place of the picture that was shown. */
  readonly shownAt: number;
  /** Probability with which it was shown, in (0, 1]. */
  readonly propensity: number;
  /** Probability of each, `[K]`; null: not logged. */
  readonly propensities: readonly number[] | null;
  /** Whether the title was taken. */
  readonly isTaken: boolean;
}
