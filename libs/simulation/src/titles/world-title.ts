import type { ArtworkDescriptor } from '@keyart/features';
import type { SourceFilm } from '../source/source';
import type { ArtworkTruth } from '../truth/true-model';

/** A title of the world with its pictures. */
export interface WorldTitle {
  readonly titleId: string;
  readonly film: SourceFilm;
  /** Place of the film in the source's list. */
  readonly filmIndex: number;
  /** Never in the log; its captions come of words that no caption of the log has. */
  readonly isCold: boolean;
  /** Ratings it had, ≥ 0: how often viewers meet it. */
  readonly ratingCount: number;
  /** `[K]`, K in [2, 40], in id order. */
  readonly artworks: readonly ArtworkDescriptor[];
  /** Aligned with `artworks`. */
  readonly truths: readonly ArtworkTruth[];
}
