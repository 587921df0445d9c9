import { assignmentFraction } from '@keyart/common';
import type { HoldoutSplit } from './holdout-split';

/**
 * Where a decision belongs: `training` (member and time are free), `holdout` (both are held out), or `neither` (one of them is: training on
 * it would show the holdout's members or its time).
 */
export const HOLDOUT_SIDES = ['training', 'holdout', 'neither'] as const;

/** One of the sides. */
export type HoldoutSide = (typeof HOLDOUT_SIDES)[number];

/** Who was decided for, and when. */
export interface DatedMember {
  /** As in the log that the holdout was made of. */
  readonly userId: string;
  readonly decidedAt: Date;
}

/** Whether a member is held out: a salted, versioned hash of the id, whatever else is in the log. */
export function isMemberHeldOut({ version, salt, memberShare }: HoldoutSplit, userId: string): boolean {
  return assignmentFraction(`${version}/${salt}/members`, userId) < memberShare;
}

/** Whether a moment is held out. */
export function isTimeHeldOut({ from }: HoldoutSplit, decidedAt: Date): boolean {
  return decidedAt.getTime() >= Date.parse(from);
}

/** The side of a decision. Training may read what is on the side `training`, and nothing else. */
export function holdoutSideOf(split: HoldoutSplit, { userId, decidedAt }: DatedMember): HoldoutSide {
  const [member, time] = [isMemberHeldOut(split, userId), isTimeHeldOut(split, decidedAt)];
  if (member && time) return 'holdout';
  return member || time ? 'neither' : 'training';
}
