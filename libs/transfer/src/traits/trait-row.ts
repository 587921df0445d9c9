/** A logged choice as transfer learns from it: rendered, attributed, unlocked. */
export interface TraitRow {
  /** Whose, and of which title: any names. */
  readonly viewer: string | number;
  readonly title: string | number;
  /** Where the viewer was; empty: not known. */
  readonly region: string;
  /** Traits of the eligible pictures, `[K][T]`; the same array for the same candidates saves memory. */
  readonly slate: readonly Float64Array[];
  /** Place of the shown one. */
  readonly shownAt: number;
  readonly reward: number;
  /** Importance weight, > 0. */
  readonly weight: number;
  /** What the bandit predicts for the slate, out of fold by title, `[K]`, reward; null: nothing to take out. */
  readonly baseline: ArrayLike<number> | null;
}

/** A choice's outcome beyond title, viewer and bandit, on the shown picture's traits. */
export interface TraitOutcome {
  readonly title: string | number;
  readonly region: string;
  /** Above the mean of the slate, `[T]`. */
  readonly traits: Float64Array;
  /** Reward. */
  readonly surplus: number;
  readonly weight: number;
}
