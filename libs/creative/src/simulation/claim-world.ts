import { createRandom, type Random } from '@keyart/common';
import type { AnalysedReview } from '../reviews/analysed-review';
import { normalDraw } from './normal-draw';

/** What titles of two groups of genres are like. */
export interface ClaimWorld {
  /** In each of the four genres. */
  readonly titlesPerGenre: number;
  /** How much more intense reviews of dramas and documentaries are. */
  readonly difference: number;
  /** Whether one drama has half of all reviews, and by far the strongest. */
  readonly hasLoudTitle: boolean;
}

const [TITLE_DEVIATION, REVIEW_DEVIATION] = [0.08, 0.15];
const GENRES = ['Drama', 'Documentary', 'Action', 'Comedy'];

/** Reviews for testing what is made of claims about intensity; equal seeds make equal reviews. */
export function claimReviews(world: ClaimWorld, seed: string): AnalysedReview[] {
  const random = createRandom(`claim-world/${seed}`);
  const reviews = GENRES.flatMap((genre, g) =>
    Array.from({ length: world.titlesPerGenre }, (_, t) => {
      const level = 0.5 + (g < 2 ? world.difference : 0) + TITLE_DEVIATION * normalDraw(random);
      const count = 5 + Math.floor(25 * random.next());
      return reviewsOfTitle({ titleId: `${genre}-${t}`, genre, level, count }, random);
    }).flat(),
  );
  if (!world.hasLoudTitle) return reviews;
  const loud = { titleId: 'loud', genre: 'Drama', level: 0.9, count: reviews.length };
  return [...reviews, ...reviewsOfTitle(loud, random)];
}

interface MadeUpTitle {
  readonly titleId: string;
  readonly genre: string;
  readonly level: number;
  readonly count: number;
}

function reviewsOfTitle({ titleId, genre, level, count }: MadeUpTitle, random: Random): AnalysedReview[] {
  return Array.from({ length: count }, () => ({
    ...{ titleId, titleName: titleId, genres: [genre], microGenres: [], country: null, atMs: null },
    ...{ stars: null, polarity: 0, tones: [], aspects: [], weight: 1, text: '', author: null },
    intensity: Math.min(1, Math.max(0, level + REVIEW_DEVIATION * normalDraw(random))),
  }));
}
