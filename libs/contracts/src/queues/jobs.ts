import { IsISO8601, IsNotEmpty, IsOptional, IsString } from 'class-validator';

/** Scores all likely titles of one member with the LLM. */
export class PrecomputeScoresPayload {
  @IsString() @IsNotEmpty() memberId: string;
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

/** Trains the production baseline and the popularity table from the attributed log. */
export class TrainBaselinePayload {
  /** Only decisions made before this instant; unset: now. */
  @IsOptional() @IsISO8601() until?: string;
}

/** Every job of the system, its queue and its payload class: the one list producers and the worker share. */
export const JOBS = {
  'precompute-scores': { queue: 'scoring', payload: PrecomputeScoresPayload },
  'build-profile': { queue: 'members', payload: BuildProfilePayload },
  'attribute-rewards': { queue: 'learning', payload: AttributeRewardsPayload },
  'train-baseline': { queue: 'learning', payload: TrainBaselinePayload },
} as const;

/** Name of a job. */
export type JobName = keyof typeof JOBS;

/** Name of a queue. */
export type QueueName = (typeof JOBS)[JobName]['queue'];

/** Payload type of a job. */
export type JobPayload<N extends JobName> = InstanceType<(typeof JOBS)[N]['payload']>;

/** All queue names, each once. */
export const QUEUE_NAMES: readonly QueueName[] = [...new Set(Object.values(JOBS).map((job) => job.queue))];
