/** One film or series a member has seen, as imported. */
export interface HistoryEntry {
  readonly title: string;
  readonly year: number | null;
  readonly genres: readonly string[];
  readonly people: readonly string[];
  /** Stars in [0.5, 5]. */
  readonly rating: number;
  readonly watchedAt: Date;
}

/** A member and the version of the taste profile built from the history. */
export interface MemberRecord {
  readonly memberId: string;
  readonly displayName: string | null;
  /** Content hash of the profile; `new` for a member without history. */
  readonly profileVersion: string;
  /** The taste profile as built by libs/features; null until built. */
  readonly profile: unknown;
}
