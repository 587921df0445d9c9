import { contentHash, createRandom } from '@keyart/common';
import type { SimilarityTitle } from '../similarity-title';
import { tfIdf, type TermCounts, type TfIdf } from '../text/tf-idf';
import { normaliseRows, rowOf, type DenseRows } from './dense-rows';
import { embeddingRows, toneRows, type GivenTones, type GivenVectors } from './given-rows';
import { reduceRows } from './randomised-svd';
import { FACT_KINDS, factTerms, synopsisTerms, type FactKind } from './title-terms';

/** What title vectors are made of. */
export interface TitleVectorOptions {
  readonly seed: string;
  /** Weights of the blocks in a cosine, ≥ 0; 0 leaves a block out. Default: `DEFAULT_BLOCK_WEIGHTS`. */
  readonly weights?: Partial<BlockWeights>;
  /** Facts that count; default: all kinds. */
  readonly facts?: readonly FactKind[];
  /** Sentence embeddings of the synopses; default: none. */
  readonly embeddings?: GivenVectors;
  /** How much of each tone a title has; default: none. */
  readonly tones?: GivenTones;
}

/** Weights of the blocks, ≥ 0. */
export interface BlockWeights {
  readonly synopsis: number;
  readonly facts: number;
  readonly embedding: number;
  readonly tone: number;
}

/** A block's columns in the rows. */
export interface VectorPart {
  readonly name: keyof BlockWeights;
  /** First column. */
  readonly from: number;
  readonly width: number;
}

/** Titles as vectors of length 1 whose products are weighted means of the blocks' cosines. */
export interface TitleVectors {
  readonly titles: readonly SimilarityTitle[];
  /** `[n × width]`; a title nothing is known of is a row of zeros, similar to none. */
  readonly rows: DenseRows;
  /** Blocks that were used. */
  readonly blocks: readonly string[];
  /** Where in the rows each of them lies. */
  readonly parts: readonly VectorPart[];
  /** Weighted synopsis words and facts, from which reasons are read. */
  readonly synopsis: TfIdf;
  readonly facts: TfIdf;
  /** Content hash of titles and options. */
  readonly version: string;
}

/** Found on Wikipedia extracts, see docs/insights/map.md. */
export const DEFAULT_BLOCK_WEIGHTS: BlockWeights = { synopsis: 1, facts: 0.25, embedding: 0.5, tone: 0.25 };

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
 * randomised SVD (latent semantic analysis; Deerwester et al. 1990), sentence embeddings and tones where given. Rows of a block are of length 1, so
 * that none drowns another. The same for equal titles in the same order, options and seed.
 * @throws InputError `BAD_VECTOR` naming the title whose embedding or tone is no row of finite numbers like the others
 */
export function buildTitleVectors(
  titles: readonly SimilarityTitle[],
  options: TitleVectorOptions,
): TitleVectors {
  const { seed, facts: kinds = FACT_KINDS, embeddings, tones } = options;
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
  const all: readonly (readonly [name: keyof BlockWeights, make: () => DenseRows])[] = [
    ['synopsis', () => reduced(synopsis, SYNOPSIS_WIDTH, 'synopsis')],
    ['facts', () => reduced(facts, FACTS_WIDTH, 'facts')],
    ['embedding', () => normaliseRows(embeddingRows(titles, embeddings ?? new Map()))],
    ['tone', () => normaliseRows(toneRows(titles, tones ?? new Map()))],
  ];
  const used = all
    .filter(([name]) => weights[name] > 0)
    .map(([name, make]) => ({ name, rows: make(), weight: weights[name] }))
    .filter(({ rows }) => rows.width > 0);
  const rows = sideBySide(
    titles.length,
    used.map((one) => [one.rows, one.weight] as const),
  );
  const parts = partsOf(used);
  const blocks = used.map(({ name }) => name);
  const given = used.filter(({ name }) => name === 'embedding' || name === 'tone');
  const version = versionOf(titles, [seed, weights, kinds, blocks, given.map((one) => hashOf(one.rows))]);
  return { titles, rows, blocks, parts, synopsis, facts, version };
}

function partsOf(
  blocks: readonly { readonly name: VectorPart['name']; readonly rows: DenseRows }[],
): VectorPart[] {
  let from = 0;
  return blocks.map(({ name, rows: { width } }) => ({ name, width, from: (from += width) - width }));
}

function hashOf({ values }: DenseRows): string {
  return contentHash(Array.from(new Uint32Array(values.buffer, values.byteOffset, values.length)).join());
}

function versionOf(titles: readonly SimilarityTitle[], options: unknown): string {
  return `titles-${contentHash(JSON.stringify([ENCODING, options, titles]), 16)}`;
}
