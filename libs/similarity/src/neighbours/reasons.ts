import type { TitleVectors } from '../vectors/build-title-vectors';
import { isTellingWord } from '../text/telling-word';
import type { TfIdf } from '../text/tf-idf';
import { blockCloseness, type BlockCloseness } from './block-closeness';
import { FACT_KINDS, type FactKind } from '../vectors/title-terms';

/** Why two titles are similar. */
export interface SimilarityReasons {
  /** What both have, by kind, most telling first. */
  readonly shared: Readonly<Record<FactKind, readonly string[]>>;
  /** Words of both synopses that weigh most in their likeness, most first. */
  readonly words: readonly string[];
  /** How close they are in each block: synopsis, facts and, where given, sentence embedding and tone. */
  readonly closeness: BlockCloseness;
}

const MOST_SHARED = 6;
const MOST_WORDS = 6;

interface SharedTerm {
  readonly column: number;
  readonly term: string;
  readonly weight: number;
}

/** Terms of both rows by the product of their weights, largest first. */
function sharedTerms({ terms, rows }: TfIdf, a: number, b: number): SharedTerm[] {
  const { start, columns, values } = rows;
  const ofB = new Map<number, number>();
  for (let p = start[b]; p < start[b + 1]; p++) ofB.set(columns[p], values[p]);
  const shared: SharedTerm[] = [];
  for (let p = start[a]; p < start[a + 1]; p++) {
    const other = ofB.get(columns[p]);
    if (other !== undefined)
      shared.push({ column: columns[p], term: terms[columns[p]], weight: values[p] * other });
  }
  return shared.sort((x, y) => y.weight - x.weight || (x.term < y.term ? -1 : 1));
}

/** What two titles, by place, share. */
export function reasonsFor(vectors: TitleVectors, a: number, b: number): SimilarityReasons {
  const { facts, synopsis } = vectors;
  const ofFacts = sharedTerms(facts, a, b);
  const shared = FACT_KINDS.map((kind) => {
    const own = ofFacts.filter(({ term }) => term.startsWith(`${kind}:`));
    return [kind, own.slice(0, MOST_SHARED).map(({ term }) => term.slice(kind.length + 1))] as const;
  });
  return {
    shared: Object.fromEntries(shared) as Record<FactKind, string[]>,
    words: sharedTerms(synopsis, a, b)
      .filter(({ column }) => isTellingWord(synopsis, column))
      .slice(0, MOST_WORDS)
      .map(({ term }) => term),
    closeness: blockCloseness(vectors, a, b),
  };
}
