import type { FacetWeights } from './facets';

/** A viewer's taste, computed from the history alone; deterministic and versioned. */
export interface TasteProfile {
  /** Content hash of everything below; `new` for an empty history. */
  readonly version: string;
  readonly historyCount: number;
  /** Leaning towards each facet in [-1, 1]. */
  readonly facets: FacetWeights;
  /** Films rated highest, strongest and newest first, at most 8: `Name (year)`. */
  readonly loves: readonly string[];
  /** Films rated well, at most 8. */
  readonly likes: readonly string[];
  /** Genres rated clearly below the viewer's own mean, at most 4. */
  readonly avoids: readonly string[];
  /** Actors and directors met at least twice in liked films, at most 5. */
  readonly people: readonly string[];
  /** Decades liked most, e.g. `1940s`, at most 2. */
  readonly eras: readonly string[];
}

/** The profile of a viewer nothing is known about. */
export const NEW_VIEWER_TASTE: TasteProfile = {
  version: 'new',
  historyCount: 0,
  facets: {},
  loves: [],
  likes: [],
  avoids: [],
  people: [],
  eras: [],
};

/** What a face the viewer likes counts in a content-based score: as much as a clear leaning does. */
export const LIKED_PERSON = 0.35;
