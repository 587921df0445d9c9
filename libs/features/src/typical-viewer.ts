import type { Facet } from './facets';

/** What most viewers think of films with a facet, and how much of what they like has it. */
interface TypicalLeaning {
  /** Mean verdict on such films (see `facetLeanings`), in [-1, 1]. */
  readonly verdict: number;
  /** Mean strength of the facet over films watched, those disliked counted 0; in (0, 1]. */
  readonly likedShare: number;
}

/** Facets that no genre speaks of start from here. */
export const UNKNOWN_FACET: TypicalLeaning = { verdict: 0.15, likedShare: 0.1 };

/** Measured on the first 70% of the histories of MovieLens latest-small (610 viewers); figures only. */
export const TYPICAL_VIEWER: Readonly<Partial<Record<Facet, TypicalLeaning>>> = {
  action: { verdict: 0.13, likedShare: 0.25 },
  adventure: { verdict: 0.13, likedShare: 0.21 },
  animals: { verdict: 0.14, likedShare: 0.033 },
  comedy: { verdict: 0.12, likedShare: 0.26 },
  dark: { verdict: 0.15, likedShare: 0.17 },
  drama: { verdict: 0.22, likedShare: 0.36 },
  ensemble: { verdict: 0.12, likedShare: 0.08 },
  family: { verdict: 0.14, likedShare: 0.082 },
  fantasy: { verdict: 0.13, likedShare: 0.12 },
  friendship: { verdict: 0.13, likedShare: 0.1 },
  melancholy: { verdict: 0.23, likedShare: 0.11 },
  mystery: { verdict: 0.15, likedShare: 0.15 },
  romance: { verdict: 0.15, likedShare: 0.14 },
  scary: { verdict: 0.06, likedShare: 0.048 },
  'science-fiction': { verdict: 0.11, likedShare: 0.12 },
  spectacle: { verdict: 0.13, likedShare: 0.18 },
  star: { verdict: 0.18, likedShare: 0.019 },
  war: { verdict: 0.25, likedShare: 0.048 },
  western: { verdict: 0.2, likedShare: 0.016 },
  crime: { verdict: 0.18, likedShare: 0.2 },
  music: { verdict: 0.2, likedShare: 0.038 },
  historical: { verdict: 0.25, likedShare: 0.071 },
  landscape: { verdict: 0.14, likedShare: 0.085 },
};
