import type { ArtworkDescriptor, TasteProfile } from '@keyart/features';

/** A logged choice with what came of it; all that the popularity model needs. */
export interface RewardedChoice {
  /** The artwork shown. */
  readonly artwork: ArtworkDescriptor;
  /** Reward in [-1, 1], see `REWARD_LADDER`. */
  readonly reward: number;
  /** Final probability of the shown artwork as logged, in (0, 1]. */
  readonly propensity: number;
  /** K, eligible candidates of the decision, ≥ 1. */
  readonly candidateCount: number;
}

/** A rewarded choice and the taste it was made for. Locked decisions do not belong into training. */
export interface TrainingRow extends RewardedChoice {
  /** The profile as of the decision. */
  readonly taste: TasteProfile;
}
