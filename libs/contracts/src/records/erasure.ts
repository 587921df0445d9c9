/** How far an erasure is: asked for, done once and watching for stragglers, done. */
export const ERASURE_STATES = ['requested', 'sweeping', 'completed'] as const;

/** One of the states. */
export type ErasureState = (typeof ERASURE_STATES)[number];

/** The proof of an erasure; it names the member by a keyed hash alone. */
export interface ErasureRecord {
  readonly erasureId: string;
  /** 64 hex digits, see MemberPseudonyms.lastingHashOf. */
  readonly memberHash: string;
  readonly requestedAt: Date;
  /** First pass done; null before. */
  readonly erasedAt: Date | null;
  /** Nothing is left; null before. */
  readonly completedAt: Date | null;
  /** Rows by table, and `jobs`. */
  readonly counts: Readonly<Record<string, number>>;
}
