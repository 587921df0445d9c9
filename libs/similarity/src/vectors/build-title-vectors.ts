import { contentHash, createRandom } from '@keyart/common';
import type { SimilarityTitle } from '../similarity-title';
import { tfIdf, type TermCounts, type TfIdf } from '../text/tf-idf';
import { normaliseRows, rowOf, type DenseRows } from './dense-rows';
import { reduceRows } from './randomised-svd';
import { FACT_KINDS, factTerms, synopsisTerms, type FactKind } from './title-terms';

/** Vectors given from elsewhere: title id → vector, all of one length. A title without one is compared by the other blocks. */
export type GivenVectors = ReadonlyMap<string, ArrayLike<number>>;

/** What title vectors are made of. */
export interface TitleVectorOptions {
  readonly seed: string;
  /** Weights of the blocks in a cosine, ≥ 0; 0 leaves a block out. Default: `DEFAULT_BLOCK_WEIGHTS`. */
  readonly weights?: Partial<BlockWeights>;
  /** Facts that count; default: all kinds. */
  readonly facts?: readonly FactKind[];
  /** Sentence embeddings of the synopses; default: none. */
  readonly embeddings?: GivenVectors;
}

/** Weights of the blocks, ≥ 0. */
export interface BlockWeights {
  readonly synopsis: number;
  readonly facts: number;
  readonly embedding: number;
}

/** Titles as vectors of length 1 whose products are weighted means of the blocks' cosines. */
export interface TitleVectors {
  readonly titles: readonly SimilarityTitle[];
  /** `[n × width]`; a title nothing is known of is a row of zeros, similar to none. */
  readonly rows: DenseRows;
  /** Blocks that were used. */
  readonly blocks: readonly string[];
  /** Weighted synopsis words and facts, from which reasons are read. */
  readonly synopsis: TfIdf;
  readonly facts: TfIdf;
  /** Content hash of titles and options. */
  readonly version: string;
}

/** Found on Wikipedia extracts, see docs/insights/map.md. */
export const DEFAULT_BLOCK_WEIGHTS: BlockWeights = { synopsis: 1, facts: 0.25, embedding: 0.5 };

const SYNOPSIS_WIDTH = 48;
const FACTS_WIDTH = 48;
const TERM_LIMITS = { leastDocuments: 3, mostFraction: 0.6 };
const FACT_LIMITS = { leastDocuments: 2, mostFraction: 0.6 };
/** Of few titles no word is rare or common. */
const FEW_TITLES = 50;
const EVERY_TERM = { leastDocuments: 1, mostFraction: 1 };
/** Raise when vectors of equal titles and options come out otherwise. */
const ENCODING = 1;

function block(documents: readonly TermCounts[], limits: typeof EVERY_TERM): TfIdf {
  return tfIdf(documents, documents.length < FEW_TITLES ? EVERY_TERM : limits);
}

function givenRows(titles: readonly SimilarityTitle[], given: GivenVectors): DenseRows {
  const width = given.values().next().value?.length ?? 0;
  const values = new Float32Array(titles.length * width);
  titles.forEach(({ titleId }, i) => {
    const vector = given.get(titleId);
    if (vector) values.set(Array.from(vector), i * width);
  });
  return { rowCount: titles.length, width, values };
}

/** Puts blocks side by side, each row scaled by √weight: products add up as weighted cosines. */
function sideBySide(rowCount: number, blocks: readonly (readonly [DenseRows, number])[]): DenseRows {
  const width = blocks.reduce((sum, [rows]) => sum + rows.width, 0);
  const values = new Float32Array(rowCount * width);
  let offset = 0;
  for (const [rows, weight] of blocks) {
    const factor = Math.sqrt(weight);
    for (let i = 0; i < rowCount; i++) {
      const row = rowOf(rows, i);
      for (let j = 0; j < row.length; j++) values[i * width + offset + j] = factor * row[j];
    }
    offset += rows.width;
  }
  return normaliseRows({ rowCount, width, values });
}

/**
 * Title vectors by blocks: words of the synopsis and facts (genres, keywords, people a little, countries, decade), each as TF-IDF reduced by a
 * randomised SVD (latent semantic analysis; Deerwester et al. 1990), and sentence embeddings where given. Rows of a block are of length 1, so
 * that none drowns another. The same for equal titles in the same order, options and seed.
 */
export function buildTitleVectors(
  titles: readonly SimilarityTitle[],
  options: TitleVectorOptions,
): TitleVectors {
  const { seed, facts: kinds = FACT_KINDS, embeddings } = options;
  const weights = { ...DEFAULT_BLOCK_WEIGHTS, ...options.weights };
  const synopsis = block(
    titles.map((title) => synopsisTerms(title, kinds)),
    TERM_LIMITS,
  );
  const facts = block(
    titles.map((title) => factTerms(title, kinds)),
    FACT_LIMITS,
  );
  const reduced = (terms: TfIdf, width: number, name: string): DenseRows =>
    normaliseRows(reduceRows(terms.rows, width, createRandom(`${seed}/${name}`)));
  const all: readonly (readonly [name: string, make: () => DenseRows, weight: number])[] = [
    ['synopsis', () => reduced(synopsis, SYNOPSIS_WIDTH, 'synopsis'), weights.synopsis],
    ['facts', () => reduced(facts, FACTS_WIDTH, 'facts'), weights.facts],
    ['embedding', () => normaliseRows(givenRows(titles, embeddings ?? new Map())), weights.embedding],
  ];
  const used = all
    .filter(([name, , weight]) => weight > 0 && (name !== 'embedding' || embeddings !== undefined))
    .map(([name, make, weight]) => ({ name, rows: make(), weight }))
    .filter(({ rows }) => rows.width > 0);
  const rows = sideBySide(
    titles.length,
    used.map((one) => [one.rows, one.weight] as const),
  );
  const blocks = used.map(({ name }) => name);
  return {
    titles,
    rows,
    blocks,
    synopsis,
    facts,
    version: versionOf(titles, [seed, weights, kinds, blocks]),
  };
}

function versionOf(titles: readonly SimilarityTitle[], options: unknown): string {
  return `titles-${contentHash(JSON.stringify([ENCODING, options, titles]), 16)}`;
}
