import { pick, type Random } from '@keyart/common';
import { TONE_FAMILY_NAMES, type ToneFamily } from '../vectors/tone-families';
import { normal } from './normal';

/** A made-up title. */
export interface SimulatedTitle {
  readonly id: string;
  readonly genres: readonly string[];
  /** Liked more (> 0) or less than others. */
  readonly quality: number;
  /** How apt it is to each feeling, as logits. */
  readonly tones: Readonly<Record<ToneFamily, number>>;
}

const GENRES = [
  ...['action', 'animation', 'comedy', 'crime', 'documentary', 'drama'],
  ...['family', 'horror', 'romance', 'science fiction', 'thriller', 'western'],
];
const TITLE_TONE_SPREAD = 0.5;
const QUALITY_SPREAD = 0.4;

/** Feelings that a genre brings along. */
const GENRE_TONES: Readonly<Record<string, Partial<Record<ToneFamily, number>>>> = {
  action: { excitement: 0.6 },
  animation: { comfort: 0.3, nostalgia: 0.2 },
  comedy: { comfort: 0.6 },
  family: { comfort: 0.6, nostalgia: 0.2 },
  horror: { tension: 1 },
  romance: { comfort: 0.4 },
  'science fiction': { excitement: 0.4 },
  thriller: { tension: 0.7 },
  western: { nostalgia: 0.5 },
};

/** Titles of one or two genres, each with a quality and feelings of its own. */
export function simulateTitles(count: number, random: Random): SimulatedTitle[] {
  return Array.from({ length: count }, (_, i) => {
    const genres = [
      ...new Set(random.next() < 0.5 ? [pick(GENRES, random)] : [pick(GENRES, random), pick(GENRES, random)]),
    ];
    const tones = TONE_FAMILY_NAMES.map((family) => {
      const ofGenres = genres.map((genre) => GENRE_TONES[genre]?.[family] ?? 0);
      return [family, Math.max(...ofGenres) + TITLE_TONE_SPREAD * normal(random)];
    });
    return {
      ...{ id: `title-${i}`, genres, quality: QUALITY_SPREAD * normal(random) },
      tones: Object.fromEntries(tones) as Record<ToneFamily, number>,
    };
  });
}
