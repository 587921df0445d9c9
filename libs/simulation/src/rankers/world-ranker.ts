/** Ranks a title's pictures for a viewer, by places in the world's lists. */
export interface WorldRanker {
  /** For tables. */
  readonly name: string;
  /** `[K]`, finite, larger is better; null where the ranker has no answer. */
  scores(viewer: number, title: number): ArrayLike<number> | null;
}
