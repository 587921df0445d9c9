/** A decision of the simulated log, by places in the world's lists. */
export interface WorldDecision {
  readonly viewer: number;
  readonly title: number;
  /** Place of the shown picture among the title's. */
  readonly shown: number;
  /** `[K]`, sums to 1; what the shown picture was drawn from. */
  readonly probabilities: readonly number[];
  /** 1: a take. */
  readonly reward: 0 | 1;
  readonly slice: 'uniform' | null;
  /** Day of the log, from 0. */
  readonly day: number;
}
