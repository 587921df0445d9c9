import { pick, type Random } from '@keyart/common';
import { facetShares } from '@keyart/features';
import { readingPrompts } from '@keyart/llm';
import { drawSome } from './draw-some';
import type { StageParts } from './stage-parts';
import type { TaughtText } from './taught';

/** A row of *seeing*: texts, and the facets each suggests. */
export interface SeeingRow {
  readonly id: string;
  readonly stage: 'seeing';
  readonly formulation: 'reading';
  readonly prefix: string;
  /** `[K]`. */
  readonly branches: readonly string[];
  /** A word a facet, `[F]`. */
  readonly labels: readonly string[];
  /** `[K][F]`, each summing to 1. */
  readonly target: readonly (readonly number[])[];
  readonly weight: number;
}

/** What a row asks about. */
interface SeeingCase {
  readonly genres: readonly string[];
  readonly texts: readonly TaughtText[];
}

/** Rows of captions; the others are of sentences about films. */
const CAPTION_SHARE = 0.75;
/** Of the training rows of captions so many do not say the title's genres, so that captions are read and not guessed. */
const BARE_SHARE = 0.4;

function hasFacets({ facets }: TaughtText): boolean {
  return Object.keys(facets).length > 0;
}

function drawSentences({ sentences, pictureCount }: StageParts, random: Random): SeeingCase {
  return { genres: [], texts: Array.from({ length: pictureCount }, () => pick(sentences, random)) };
}

/** Pictures of one title with its genres, or of any titles without. */
function drawCaptions(
  { titles, shelf, pictureCount }: StageParts,
  isBare: boolean,
  random: Random,
): SeeingCase {
  const { title, pictures } = pick(titles, random);
  const shown = isBare
    ? Array.from({ length: pictureCount }, () => shelf.any(random))
    : drawSome(pictures, pictureCount, random);
  const texts = shown.map(({ caption, facets }) => ({ text: caption, facets }));
  return { genres: isBare ? [] : title.genres, texts };
}

function drawCase(parts: StageParts, forTraining: boolean, random: Random): SeeingCase {
  if (parts.sentences.length > 0 && random.next() >= CAPTION_SHARE) return drawSentences(parts, random);
  return drawCaptions(parts, forTraining && random.next() < BARE_SHARE, random);
}

/**
 * What a description suggests, without a viewer: dense, noise-free, the quickest way to make a small model read.
 * @param forTraining now and then without the title's genres; else always with them, as serving asks
 */
export function drawSeeingRow(
  parts: StageParts,
  { id, random, forTraining }: { id: string; random: Random; forTraining: boolean },
): SeeingRow {
  const drawn = drawCase(parts, forTraining, random);
  const texts = drawn.texts.filter(hasFacets);
  if (texts.length === 0) return drawSeeingRow(parts, { id, random, forTraining });
  const captions = texts.map(({ text }) => text);
  return {
    ...{ id, stage: 'seeing', formulation: 'reading' },
    ...readingPrompts(parts.settings, { genres: drawn.genres, captions }),
    ...{ target: texts.map(({ facets }) => [...facetShares(facets)]), weight: 1 },
  };
}
