/** Columns of `event`, alias `e`, named like EventRecord. */
export const EVENT_COLUMNS = `e.id AS "eventId", e.decision_id AS "decisionId", e.type,
  e.occurred_at AS "occurredAt", e.progress_fraction AS "progressFraction"`;
