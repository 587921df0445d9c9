import type { FacetEvidence } from './recognise-facets';
import { VOCABULARY } from './vocabulary';

/** What came of checking a proposed name. */
export type NameCheck =
  | {
      readonly isAccepted: true;
      /** Facets that the words were matched to. */ readonly facets: readonly string[];
    }
  | {
      readonly isAccepted: false;
      /** Content words that no facet true of enough members speaks for. */ readonly unbacked: readonly string[];
    };

/** Share of the members that a facet must be true of, to speak for a word of the name. */
export const LEAST_BACKED_FRACTION = 0.8;

/** Words that only join others. */
const JOINING = new Set([
  'a',
  'an',
  'and',
  'about',
  'based',
  'by',
  'for',
  'from',
  'in',
  'of',
  'on',
  'set',
  'the',
  'to',
  'with',
  'films',
  'film',
  'movies',
  'movie',
  'stories',
  'story',
]);

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** `comedies` and `comedy`, `westerns` and `western` are one word; so are `thrillers` and `thriller`. */
function stem(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

/** What facets may be called: the words of their names and slugs. */
const SPOKEN = VOCABULARY.map(({ slug, words }) => ({
  slug,
  stems: new Set([...wordsOf(words), ...wordsOf(slug)].map(stem)),
}));

/**
 * Whether a name that somebody, such as a language model, proposes for a micro-genre says nothing but what is so: every word of it but joining ones
 * must be one of a facet that is true of at least 80% of the members. A name without any content word is refused, as is one for no members.
 * @param name the proposal, any text
 * @param members facets of each title of the micro-genre
 */
export function checkProposedName(name: string, members: readonly (readonly FacetEvidence[])[]): NameCheck {
  const content = wordsOf(name).filter((word) => !JOINING.has(word));
  const counts = new Map<string, number>();
  for (const own of members)
    for (const slug of new Set(own.map(({ facet }) => facet))) counts.set(slug, (counts.get(slug) ?? 0) + 1);
  const backed = SPOKEN.filter(
    ({ slug }) => (counts.get(slug) ?? 0) >= Math.max(1, LEAST_BACKED_FRACTION * members.length),
  );
  const unbacked = content.filter((word) => !backed.some(({ stems }) => stems.has(stem(word))));
  if (content.length === 0 || unbacked.length > 0) return { isAccepted: false, unbacked };
  const said = new Set(content.map(stem));
  return {
    isAccepted: true,
    facets: backed.filter(({ stems }) => [...stems].some((one) => said.has(one))).map(({ slug }) => slug),
  };
}
