import {
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Min,
} from 'class-validator';
import { PROMOTIONS, REWARD_BASELINES, type Promotion, type RewardBaseline } from './training';

/** Scores all likely titles of one member with the LLM. */
export class PrecomputeScoresPayload {
  @IsString() @IsNotEmpty() memberId: string;

  /** The run that put it in line, which counts it; unset: none. */
  @IsOptional() @IsUUID() runId?: string;
}

/** Goes on with the unfinished precompute run. */
export class PrecomputeMembersPayload {
  /** Whether to begin a run where none is unfinished. */
  @IsOptional() @IsBoolean() isBeginning?: boolean;
}

/** Rebuilds one member's taste profile from the history, then asks for a precompute. */
export class BuildProfilePayload {
  @IsString() @IsNotEmpty() memberId: string;
}

/** Attributes rewards to decisions whose window has closed. */
export class AttributeRewardsPayload {
  /** Judge windows as of this instant; unset: now. */
  @IsOptional() @IsISO8601() asOf?: string;
}

/** Trains bandit, popularity table and clickbait guard from the attributed log. */
export class TrainBaselinePayload {
  /** Only decisions made before this instant; unset: now. */
  @IsOptional() @IsISO8601() until?: string;

  /** When the bandit goes into service: once it held its own in the shadow (unset), or at once. */
  @IsOptional() @IsIn(PROMOTIONS) promote?: Promotion;

  /** What is taken from each reward before the bandit is fitted; unset: nothing. */
  @IsOptional() @IsIn(REWARD_BASELINES) rewardBaseline?: RewardBaseline;
}

/** Promotes or rejects the bandit in the shadow once it has watched enough. */
export class PromoteModelsPayload {
  /** Rewarded decisions it must have watched; unset: as configured. */
  @IsOptional() @IsInt() @Min(1) minDecisionCount?: number;
}

/** Erases a member from tables and queues, and once more after a while what was on its way. */
export class EraseMemberPayload {
  @IsString() @IsNotEmpty() memberId: string;
  /** The erasure that proves it. */
  @IsUUID() erasureId: string;
}

/** Deletes what is older than it may be kept. */
export class PurgeExpiredPayload {
  /** Count only. */
  @IsOptional() @IsBoolean() isDryRun?: boolean;
}

/** A step of an artwork's flow: reads, describes or judges its picture, or makes scores of it ready. */
export class ArtworkPayload {
  @IsString() @IsNotEmpty() artworkId: string;
}

/** Puts in line the flows of all artworks whose pictures were not read, or were read by other extractors than there are now. */
export class RereadPicturesPayload {
  /** Look at this group of features only, e.g. `faces`; unset: at all of them. */
  @IsOptional() @IsString() @IsNotEmpty() extractor?: string;
}

/** Embeds the captions that have no vector yet, for the student. */
export class EmbedCaptionsPayload {
  /** At most so many this time; unset: all. */
  @IsOptional() @IsInt() @Min(1) maxCount?: number;
}

/** Learns from the attributed log what title intelligence is worth, and puts the pictures' prior means into service. */
export class FitInsightsPayload {}
/** Makes the similarity map of the catalogue anew. */
export class RebuildMapPayload {
  /** Whether to make it though nothing has changed since the last one; unset: no. */
  @IsOptional() @IsBoolean() isForced?: boolean;
}

/** Takes arms out of running experiments that lose more than a guardrail allows. */
export class WatchExperimentsPayload {
  /** Look at this one only; unset: at all that run. */
  @IsOptional() @IsString() @IsNotEmpty() experimentId?: string;
}

/** Evaluates a policy on a decision log. */
export class EvaluateLogPayload {
  @IsUUID() evaluationId: string;
}

/** Finds shots, scenes and frames in a video. */
export class AnalyseVideoPayload {
  @IsUUID() videoId: string;
}

/** Reads the reviews that wait, until none does. */
export class AnalyseReviewsPayload {}

/** Builds the profiles of the titles whose reviews have changed. */
export class UpdateProfilesPayload {
  /** All titles that have reviews, after the priors were learnt anew; unset: those that have changed. */
  @IsOptional() @IsBoolean() isAll?: boolean;
}

/** Every job of the system and its payload class: the one list that producers and the worker share. A job is its own queue. */
export const JOBS = {
  'precompute-scores': PrecomputeScoresPayload,
  'precompute-members': PrecomputeMembersPayload,
  'build-profile': BuildProfilePayload,
  'attribute-rewards': AttributeRewardsPayload,
  'train-baseline': TrainBaselinePayload,
  'erase-member': EraseMemberPayload,
  'purge-expired': PurgeExpiredPayload,
  'promote-models': PromoteModelsPayload,
  'read-picture': ArtworkPayload,
  'describe-picture': ArtworkPayload,
  'judge-picture': ArtworkPayload,
  'precompute-artwork': ArtworkPayload,
  'reread-pictures': RereadPicturesPayload,
  'embed-captions': EmbedCaptionsPayload,
  'fit-insights': FitInsightsPayload,
  'rebuild-map': RebuildMapPayload,
  'watch-experiments': WatchExperimentsPayload,
  'evaluate-log': EvaluateLogPayload,
  'analyse-video': AnalyseVideoPayload,
  'analyse-reviews': AnalyseReviewsPayload,
  'update-profiles': UpdateProfilesPayload,
} as const;

/** Name of a job and of its queue. */
export type JobName = keyof typeof JOBS;

/** Payload type of a job. */
export type JobPayload<N extends JobName> = InstanceType<(typeof JOBS)[N]>;

/** All job names. */
export const JOB_NAMES = Object.keys(JOBS) as readonly JobName[];
