/** What a training export must know beside the decision log: one JSON object a line of `titles.jsonl`. */
export interface TrainingTitle {
  readonly titleId: string;
  readonly name: string;
  readonly year: number | null;
  readonly genres: readonly string[];
  readonly synopsis: string;
  /** Decisions on it never become training rows, only validation rows. */
  readonly isHeldOut?: boolean;
}

/** A line of `artworks.jsonl`. */
export interface TrainingArtwork {
  readonly artworkId: string;
  readonly titleId: string;
  /** As the ranker that will be served reads it. */
  readonly caption: string;
  readonly isEditorialDefault: boolean;
}

/** A film of a viewer's history in `viewers.jsonl`. */
export interface TrainingHistoryEntry {
  readonly title: string;
  readonly year: number | null;
  readonly genres: readonly string[];
  readonly people: readonly string[];
  /** Stars in [0.5, 5]. */
  readonly rating: number;
  /** ISO 8601, UTC. A decision knows what was watched before it. */
  readonly watchedAt: string;
}

/** A line of `viewers.jsonl`. */
export interface TrainingViewer {
  /** As `user_id` in the log. */
  readonly memberId: string;
  /** ISO 3166-1 alpha-2 country; empty when unknown. */
  readonly region: string;
  readonly history: readonly TrainingHistoryEntry[];
  /** Whose decisions never become training rows, only validation rows. */
  readonly isHeldOut?: boolean;
}
