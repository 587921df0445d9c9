/** What can happen after a decision. */
export const EVENT_TYPES = [
  'impression',
  'click',
  'play',
  'progress',
  'completion',
  'abandon',
  'misleading',
  'list-add',
] as const;

/** One of the event types. */
export type EventType = (typeof EVENT_TYPES)[number];

/** An event joined to its decision; `eventId` makes it idempotent. */
export interface EventRecord {
  readonly eventId: string;
  readonly decisionId: string;
  readonly type: EventType;
  readonly occurredAt: Date;
  /** Share of the title watched in [0, 1]; `progress` and `abandon` only. */
  readonly progressFraction: number | null;
}

/** The reward of one decision, attributed once its window has closed. */
export interface RewardRecord {
  readonly decisionId: string;
  /** In [-1, 1], see the reward ladder. */
  readonly reward: number;
  /** The rung of the ladder that gave it. */
  readonly rung: string;
  /** Version of the ladder that judged. */
  readonly ladderVersion: string;
  readonly attributedAt: Date;
}
