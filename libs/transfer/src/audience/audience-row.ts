/** A logged choice as the audience of titles is learnt from it. */
export interface AudienceRow {
  /** Whose, and of which title: any names. */
  readonly viewer: string | number;
  readonly title: string | number;
  /** Leanings as of the decision, `[F]`, each in [-1, 1]. */
  readonly taste: ArrayLike<number>;
  readonly reward: number;
  /** Importance weight, > 0: who a title is for must not depend on the picture it was shown with. */
  readonly weight: number;
}
