import type { AspectReading, ToneReading } from '@keyart/contracts';

/** A review, what was read out of it, and what is known of its title. */
export interface AnalysedReview {
  readonly titleId: string;
  readonly titleName: string;
  /** Of the title, as the catalogue spells them. */
  readonly genres: readonly string[];
  /** Slugs of the title's micro-genres. */
  readonly microGenres: readonly string[];
  /** Where it was written, ISO 3166-1 alpha-2; null: not known. */
  readonly country: string | null;
  /** When, milliseconds since 1970, UTC; null: not known. */
  readonly atMs: number | null;
  /** In [1, 10]; null: none were given. */
  readonly stars: number | null;
  /** In [−1, 1]. */
  readonly polarity: number;
  /** In [0, 1]. */
  readonly intensity: number;
  /** Those that it shows. */
  readonly tones: readonly ToneReading[];
  /** What it says of aspects; one aspect may come up several times. */
  readonly aspects: readonly AspectReading[];
  /** How far it can be relied on, in (0, 1]. */
  readonly weight: number;
  /** What the evidence of aspects points into; empty: it was not kept, and nothing is quoted. */
  readonly text: string;
  /** Name that it is signed with, only so that no quote shows it; null: none. */
  readonly author: string | null;
}
