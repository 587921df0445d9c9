import { createRandom } from '@keyart/common';
import type { SimilarityTitle } from '../similarity-title';
import { tfIdf, weighedTerms, type TermCounts, type TermLimits } from '../text/tf-idf';
import { normaliseRows, rowOf, type DenseRows } from './dense-rows';
import { columnDirections } from './randomised-svd';
import { factTerms, FACT_KINDS, synopsisTerms } from './title-terms';

/** Terms of one kind, and where each of them points. */
export interface EncoderBlock {
  readonly terms: readonly string[];
  /** `[terms]` */
  readonly rarity: Float64Array;
  /** `[terms × width]` */
  readonly directions: DenseRows;
}

/**
 * Makes vectors of titles it has not seen, in the place they would have had among those it was made from. It holds single words and facts,
 * never a text.
 */
export interface TitleEncoder {
  readonly synopsis: EncoderBlock;
  readonly facts: EncoderBlock;
  /** Weight of the facts beside the synopsis, ≥ 0. */
  readonly factsWeight: number;
}

/** How an encoder is made. */
export interface TitleEncoderOptions {
  readonly seed: string;
  /** ≥ 0 */
  readonly factsWeight: number;
}

const WIDTH = 48;
const LIMITS: TermLimits = { leastDocuments: 3, mostFraction: 0.6 };
/** Of few titles no word is rare or common. */
const FEW_TITLES = 50;
const EVERY_TERM: TermLimits = { leastDocuments: 1, mostFraction: 1 };

/** Terms of a block of a title. */
const TERMS_OF: Readonly<Record<'synopsis' | 'facts', (title: SimilarityTitle) => TermCounts>> = {
  synopsis: (title) => synopsisTerms(title, FACT_KINDS),
  facts: (title) => factTerms(title, FACT_KINDS),
};

function fitBlock(documents: readonly TermCounts[], seed: string): EncoderBlock {
  const { rows, terms, rarity } = tfIdf(documents, documents.length < FEW_TITLES ? EVERY_TERM : LIMITS);
  return { terms, rarity, directions: columnDirections(rows, WIDTH, createRandom(seed)) };
}

/** Learns the encoder on a catalogue: TF-IDF and its main directions, by block (latent semantic analysis; Deerwester et al. 1990). */
export function fitTitleEncoder(
  titles: readonly SimilarityTitle[],
  { seed, factsWeight }: TitleEncoderOptions,
): TitleEncoder {
  return {
    synopsis: fitBlock(titles.map(TERMS_OF.synopsis), `${seed}/synopsis`),
    facts: fitBlock(titles.map(TERMS_OF.facts), `${seed}/facts`),
    factsWeight,
  };
}

const COLUMNS = new WeakMap<EncoderBlock, ReadonlyMap<string, number>>();

/** Made once a block: a single title is encoded in less time than that takes. */
function columnsOf(block: EncoderBlock): ReadonlyMap<string, number> {
  const known = COLUMNS.get(block) ?? new Map(block.terms.map((term, column) => [term, column]));
  COLUMNS.set(block, known);
  return known;
}

function encodeBlock(documents: readonly TermCounts[], block: EncoderBlock): DenseRows {
  const { rarity, directions } = block;
  const { width } = directions;
  const columnOf = columnsOf(block);
  const values = new Float32Array(documents.length * width);
  documents.forEach((document, i) => {
    for (const [column, weight] of weighedTerms(document, columnOf, rarity)) {
      const direction = rowOf(directions, column);
      for (let d = 0; d < width; d++) values[i * width + d] += weight * direction[d];
    }
  });
  return normaliseRows({ rowCount: documents.length, width, values });
}

/** Vectors of length 1, `[n × width]`; a title of which no term is known is a row of zeros. */
export function encodeTitles(
  { synopsis, facts, factsWeight }: TitleEncoder,
  titles: readonly SimilarityTitle[],
): DenseRows {
  const told = encodeBlock(titles.map(TERMS_OF.synopsis), synopsis);
  const known = encodeBlock(titles.map(TERMS_OF.facts), facts);
  const width = told.width + known.width;
  const values = new Float32Array(titles.length * width);
  const factor = Math.sqrt(factsWeight);
  titles.forEach((_, i) => {
    values.set(rowOf(told, i), i * width);
    values.set(
      rowOf(known, i).map((value) => factor * value),
      i * width + told.width,
    );
  });
  return normaliseRows({ rowCount: titles.length, width, values });
}

/** How many words of a title's synopsis and keywords the encoder knows; 0 also of a script it has not met. */
export function knownWordCount({ synopsis }: TitleEncoder, title: SimilarityTitle): number {
  const known = columnsOf(synopsis);
  return [...TERMS_OF.synopsis(title).keys()].filter((term) => known.has(term)).length;
}
