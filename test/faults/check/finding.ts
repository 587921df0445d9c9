import type { Period } from '../chaos/fault';

/** Something that the ledger and the database do not agree on. */
export interface Finding {
  readonly kind: 'lost' | 'double';
  /** What was going on when the service answered. */
  readonly during: Period;
  readonly what: string;
}
