/** A table that names members. */
export interface MemberTable {
  readonly table: string;
  /** Its column that holds the member's id. */
  readonly memberColumn: string;
}

/** A table whose rows hang on rows of a member table and are deleted with them, by their foreign key. */
export interface FollowingTable {
  readonly table: string;
  readonly foreignKey: string;
  /** The member table it hangs on, by that one's `id`. */
  readonly follows: string;
}

/**
 * Every table that names members, in the order they are erased: `member` comes last, so that what hangs on it is counted.
 * Export and erasure go by this list; a test compares it with the schema.
 */
export const MEMBER_TABLES: readonly MemberTable[] = [
  { table: 'artwork_score', memberColumn: 'member_id' },
  { table: 'sticky_state', memberColumn: 'member_id' },
  { table: 'decision', memberColumn: 'member_id' },
  { table: 'member_preference', memberColumn: 'member_id' },
  { table: 'pin', memberColumn: 'member_id' },
  { table: 'misleading_report', memberColumn: 'member_id' },
  { table: 'taste_version', memberColumn: 'member_id' },
  { table: 'history_entry', memberColumn: 'member_id' },
  { table: 'precompute_member', memberColumn: 'member_id' },
  { table: 'title_review', memberColumn: 'member_id' },
  { table: 'member', memberColumn: 'id' },
];

/** Every table that tells of members without naming them. */
export const FOLLOWING_TABLES: readonly FollowingTable[] = [
  { table: 'event', foreignKey: 'decision_id', follows: 'decision' },
  { table: 'reward', foreignKey: 'decision_id', follows: 'decision' },
  { table: 'reward_due', foreignKey: 'decision_id', follows: 'decision' },
  { table: 'shadow_decision', foreignKey: 'decision_id', follows: 'decision' },
];

/**
 * Takes member `$1` out of the places that a walk over all members has reached: the walk then stands at the member before,
 * which is the same place once the member is gone.
 */
export const STEP_BACK_FROM_MEMBER = `
UPDATE precompute_run SET cursor = COALESCE((SELECT max(id) FROM member WHERE id < $1), '') WHERE cursor = $1`;
