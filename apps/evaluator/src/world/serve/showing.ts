import type { Source } from '@keyart/contracts';

/** What a viewer would truly do before a title's pictures. */
export interface TrueChances {
  /** Of the picture shown; take probabilities in (0, 1). */
  readonly shown: number;
  /** Mean over the title's pictures. */
  readonly random: number;
  /** Of the best of them. */
  readonly oracle: number;
}

/** A decision that the service made, and what came of it. */
export interface Showing {
  readonly decisionId: string;
  readonly memberId: string;
  readonly source: Source;
  readonly chances: TrueChances;
  readonly isTake: boolean;
}
