import { createRandom, shuffled } from '@keyart/common';
import type { HistoryEntry } from '@keyart/contracts';
import { FACETS, facetsOfGenres, GENRE_FACETS, type FacetWeights } from '@keyart/features';
import { EVENING } from '../../support/record.factory';

/** A made-up viewer; the service knows the history only. */
export interface SimulatedViewer {
  readonly memberId: string;
  /** What the viewer truly leans to, each facet in [-1, 1]. */
  readonly taste: FacetWeights;
  readonly history: readonly HistoryEntry[];
}

const GENRES = Object.keys(GENRE_FACETS).sort();
const FILMS_A_GENRE = 6;
const LOVED_COUNT = 3;
const DISLIKED_COUNT = 2;
const STARS = { loved: 5, disliked: 1 } as const;

/** Viewers who love three genres and dislike two; equal seeds make equal viewers. */
export function simulatedViewers(count: number, seed: string): SimulatedViewer[] {
  return Array.from({ length: count }, (_, i) => {
    const random = createRandom(`${seed}/viewer/${i}`);
    const genres = shuffled(GENRES, random);
    const loved = genres.slice(0, LOVED_COUNT);
    const disliked = genres.slice(LOVED_COUNT, LOVED_COUNT + DISLIKED_COUNT);
    const history = [...filmsOf(loved, STARS.loved), ...filmsOf(disliked, STARS.disliked)];
    return { memberId: `viewer-${i}`, taste: tasteFor(loved, disliked), history };
  });
}

function tasteFor(loved: readonly string[], disliked: readonly string[]): FacetWeights {
  const [likes, dislikes] = [facetsOfGenres(loved), facetsOfGenres(disliked)];
  return Object.fromEntries(FACETS.map((facet) => [facet, (likes[facet] ?? 0) - (dislikes[facet] ?? 0)]));
}

function filmsOf(genres: readonly string[], rating: number): HistoryEntry[] {
  return genres.flatMap((genre) =>
    Array.from({ length: FILMS_A_GENRE }, (_, i) => ({
      ...{ title: `A film of ${genre} ${i}`, year: 1990, genres: [genre], people: [], rating },
      watchedAt: EVENING,
    })),
  );
}
