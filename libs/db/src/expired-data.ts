/** Latest instants of what may be deleted. */
export interface ExpiryLimits {
  /** Decisions, what hangs on them, pictures shown, and title profiles that newer ones have replaced, from before then. */
  readonly logBefore: Date;
  /** Erasures completed, and calls of administration made, before then. */
  readonly auditBefore: Date;
  /** Scores and tastes that nothing refers to, from before then: young ones may be about to be referred to. */
  readonly unusedBefore: Date;
  /** Receipts of playback events from before then: older events are refused, so none comes again. */
  readonly receiptsBefore: Date;
}

/** One kind of data that expires. */
export interface ExpiringData {
  readonly table: string;
  readonly limit: keyof ExpiryLimits;
  /** Condition on the table's row `t`; `$1`: the limit. */
  readonly condition: string;
  /** Statement that deletes at most `$2` of those rows and returns their `count`, where a plain DELETE is refused. */
  readonly deletion?: string;
}

/**
 * All that expires, in the order of deletion: decisions go before the tastes that they refer to. Experiments, model
 * versions and what members said about their pictures do not expire.
 */
export const EXPIRING_DATA: readonly ExpiringData[] = [
  { table: 'decision', limit: 'logBefore', condition: 't.decided_at < $1' },
  {
    table: 'sticky_state',
    limit: 'logBefore',
    condition: 't.shown_at < $1 AND (t.locked_until IS NULL OR t.locked_until < $1)',
  },
  { table: 'artwork_score', limit: 'logBefore', condition: 't.scored_at < $1' },
  {
    table: 'artwork_score',
    limit: 'unusedBefore',
    condition: `t.scored_at < $1 AND NOT EXISTS (
      SELECT 1 FROM member m WHERE m.id = t.member_id AND m.profile_version = t.profile_version)`,
  },
  {
    table: 'taste_version',
    limit: 'unusedBefore',
    condition: `t.built_at < $1
      AND NOT EXISTS (SELECT 1 FROM member m WHERE m.id = t.member_id AND m.profile_version = t.version)
      AND NOT EXISTS (SELECT 1 FROM decision d WHERE d.member_id = t.member_id AND d.profile_version = t.version)`,
  },
  {
    table: 'title_profile_version',
    limit: 'logBefore',
    condition: `t.built_at < $1 AND EXISTS (
      SELECT 1 FROM title_profile_version n WHERE n.title_id = t.title_id AND n.built_at > t.built_at)`,
  },
  { table: 'playback_receipt', limit: 'receiptsBefore', condition: 't.received_at < $1' },
  { table: 'erasure', limit: 'auditBefore', condition: 't.completed_at < $1' },
  {
    table: 'audit_entry',
    limit: 'auditBefore',
    condition: 't.at < $1',
    deletion: 'SELECT prune_audit($1, $2) AS count',
  },
];
