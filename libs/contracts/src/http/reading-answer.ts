import type { ArtworkReading } from '../records/artwork-reading';

/** How far the reading of an artwork's picture is. */
export const READING_STATES = ['no-picture', 'waiting', 'read', 'described', 'judged'] as const;

/** One of the states. */
export type ReadingState = (typeof READING_STATES)[number];

/** `GET /v1/artworks/:id/reading`. */
export interface ReadingAnswer {
  readonly artworkId: string;
  readonly state: ReadingState;
  /** Of the present picture; null: not read yet. */
  readonly reading: ArtworkReading | null;
  /** Why it is kept from viewers everywhere and for good, as far as the picture goes; empty: it is not. */
  readonly faults: readonly string[];
}
