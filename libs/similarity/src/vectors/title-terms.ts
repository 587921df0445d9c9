import type { SimilarityTitle } from '../similarity-title';
import { countTerms, type TermCounts } from '../text/tf-idf';
import { tokens } from '../text/tokens';

/** Kinds of thing a title's facts name; a kind stands before the name, so that the genre war is not the keyword war. */
export const FACT_KINDS = ['genre', 'tag', 'person', 'country', 'decade'] as const;

/** One of the kinds. */
export type FactKind = (typeof FACT_KINDS)[number];

/**
 * What a fact counts, as a term frequency. People say who is in a title, not what it is like: two films with the same star are less alike
 * than two about the same thing.
 */
const WEIGHTS: Readonly<Record<FactKind, number>> = {
  genre: 1,
  tag: 1,
  person: 0.25,
  country: 0.3,
  decade: 0.2,
};
const PEOPLE_COUNT = 5;
const YEARS = 10;
const LEAST_STEMMED = 3;

/** A fact as a term: `tag:time travel`. */
export function factTerm(kind: FactKind, name: string): string {
  return `${kind}:${name.trim().toLowerCase()}`;
}

function factsOf(title: SimilarityTitle): Readonly<Record<FactKind, readonly string[]>> {
  return {
    genre: title.genres,
    tag: title.tags,
    person: title.people.slice(0, PEOPLE_COUNT),
    country: title.originCountries,
    decade: title.year === null ? [] : [String(Math.floor(title.year / YEARS) * YEARS)],
  };
}

/** Facts of a title as weighted terms. @param kinds those that count */
export function factTerms(title: SimilarityTitle, kinds: readonly FactKind[]): TermCounts {
  const facts = factsOf(title);
  return new Map(
    kinds.flatMap((kind) => facts[kind].map((name) => [factTerm(kind, name), WEIGHTS[kind]] as const)),
  );
}

/** Words of several letters lose a plural s: a dragon and dragons are one thing (Harman 1991, the S stemmer). */
function stem(word: string): string {
  if (word.length <= LEAST_STEMMED || !word.endsWith('s') || word.endsWith('ss') || word.endsWith('us'))
    return word;
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1);
}

/**
 * Words of a title's synopsis and of its keywords, where those count. The names of its people are left out: a synopsis that lists its cast is
 * not about them.
 */
export function synopsisTerms(
  { synopsis, people, name, tags }: SimilarityTitle,
  kinds: readonly FactKind[],
): TermCounts {
  const names = new Set([...people, name].flatMap(tokens));
  const told = tokens(synopsis).filter((token) => !names.has(token));
  return countTerms([...told, ...(kinds.includes('tag') ? tags.flatMap(tokens) : [])].map(stem));
}
