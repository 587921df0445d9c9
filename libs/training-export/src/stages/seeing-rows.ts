import { pick, type Random } from '@keyart/common';
import { FACETS } from '@keyart/features';
import { readingPrompts } from '@keyart/llm';
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

/** A row's share of captions; the others are sentences about films. */
const CAPTION_SHARE = 0.5;

function drawText({ shelf, sentences }: StageParts, random: Random): TaughtText {
  if (sentences.length > 0 && random.next() >= CAPTION_SHARE) return pick(sentences, random);
  const { caption, facets } = shelf.any(random);
  return { text: caption, facets };
}

function sharesOf({ facets }: TaughtText): number[] {
  const strengths = FACETS.map((facet) => facets[facet] ?? 0);
  const sum = strengths.reduce((total, strength) => total + strength, 0);
  return strengths.map((strength) => strength / sum);
}

/** What a description suggests, without a viewer: dense, noise-free, the quickest way to make a small model read. */
export function drawSeeingRow(parts: StageParts, { id, random }: { id: string; random: Random }): SeeingRow {
  const texts: TaughtText[] = [];
  while (texts.length < parts.pictureCount) {
    const drawn = drawText(parts, random);
    if (Object.keys(drawn.facets).length > 0) texts.push(drawn);
  }
  return {
    ...{ id, stage: 'seeing', formulation: 'reading' },
    ...readingPrompts(
      parts.settings,
      texts.map(({ text }) => text),
    ),
    ...{ target: texts.map(sharesOf), weight: 1 },
  };
}
