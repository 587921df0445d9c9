import { isTellingWord } from '../text/telling-word';
import type { TitleVectors } from '../vectors/build-title-vectors';

/** Words of a label. */
const WORD_COUNT = 3;
/** A word of a smaller share of the titles names nothing. */
const LEAST_SHARE = 0.15;
/** So much oftener than elsewhere, or it is as true of the others. */
const LEAST_LIFT = 1.6;
/** Genres and keywords are chosen by people; words of synopses stand behind them. */
const WORD_DISCOUNT = 0.5;

interface Documents {
  readonly terms: readonly string[];
  /** Of their scores. */
  readonly factor: number;
  /** Columns of a title. */
  of(title: number): Int32Array;
  /** Whether a column may stand in a label. */
  isNaming(column: number): boolean;
}

function documentsOf({ facts, synopsis }: TitleVectors): Documents[] {
  const ofSynopsis = (column: number): boolean =>
    isTellingWord(synopsis, column) && isNaming(synopsis.terms[column]);
  const ofFacts = (column: number): boolean => isNaming(facts.terms[column]);
  const parts = [[facts, 1, ofFacts] as const, [synopsis, WORD_DISCOUNT, ofSynopsis] as const];
  return parts.map(([{ terms, rows }, factor, isOwn]) => ({
    ...{ terms, factor, isNaming: isOwn },
    of: (title) => rows.columns.subarray(rows.start[title], rows.start[title + 1]),
  }));
}

/** A fact without its kind: `tag:time travel` is `time travel`. */
function plain(term: string): string {
  return term.slice(term.indexOf(':') + 1);
}

function isNaming(term: string): boolean {
  return !/^(person|country|decade):/.test(term) && !/^\d/.test(term);
}

/**
 * A label for each community: the genres, keywords and words that more of its titles have than titles elsewhere, by share × ln lift.
 * @param communityOf `[n]`, numbered from 0
 * @returns by community; empty where nothing stands out
 */
export function communityLabels(vectors: TitleVectors, communityOf: Int32Array): string[] {
  const sizes = new Map<number, number>();
  communityOf.forEach((community) => sizes.set(community, (sizes.get(community) ?? 0) + 1));
  const scored = Array.from({ length: sizes.size }, () => new Map<string, number>());
  for (const { terms, factor, of, isNaming: mayName } of documentsOf(vectors)) {
    const all = new Float64Array(terms.length);
    const own = Array.from({ length: sizes.size }, () => new Map<number, number>());
    communityOf.forEach((community, title) => {
      for (const column of of(title)) {
        all[column]++;
        own[community].set(column, (own[community].get(column) ?? 0) + 1);
      }
    });
    own.forEach((counts, community) => {
      for (const [column, count] of counts) {
        const share = count / (sizes.get(community) ?? 1);
        const lift = share / (all[column] / communityOf.length);
        const score = factor * share * Math.log(lift);
        if (share < LEAST_SHARE || lift < LEAST_LIFT || !mayName(column)) continue;
        const word = plain(terms[column]);
        scored[community].set(word, Math.max(score, scored[community].get(word) ?? 0));
      }
    });
  }
  return scored.map((words) => labelOf([...words].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))));
}

/** The best words; one that is part of another (fiction of science fiction) says nothing more. */
function labelOf(ranked: readonly (readonly [word: string, score: number])[]): string {
  const chosen: string[] = [];
  for (const [word] of ranked) {
    const isSaid = chosen.some(
      (said) => said.split(/\s+/).includes(word) || word.split(/\s+/).includes(said),
    );
    if (!isSaid && chosen.length < WORD_COUNT) chosen.push(word);
  }
  return chosen.join(', ');
}
