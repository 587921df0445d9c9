import type { RewardRung } from './reward-ladder';

/** What became of one showing of an artwork; all that the clickbait guard needs. */
export interface ArtworkOutcome {
  readonly artworkId: string;
  readonly titleId: string;
  /** Rung of the ladder that the viewer reached. */
  readonly rung: RewardRung;
  /** Final probability of the shown artwork as logged, in (0, 1]. */
  readonly propensity: number;
  /** K, eligible candidates of the decision, ≥ 1. */
  readonly candidateCount: number;
}
