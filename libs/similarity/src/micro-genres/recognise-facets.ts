import type { SimilarityTitle } from '../similarity-title';
import type { FacetDefinition } from './facet-definition';
import { storySentences } from './story-sentences';
import { ORIGINS } from './vocabulary/others';
import { VOCABULARY } from './vocabulary';

/** Why a facet is said to be true of a title. */
export interface FacetEvidence {
  readonly facet: string;
  readonly source: 'genre' | 'tag' | 'synopsis' | 'year' | 'country';
  /** The genre or keyword, or at most twelve words of the synopsis. */
  readonly span: string;
}

interface CompiledFacet {
  readonly slug: string;
  readonly genres: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
  readonly text: RegExp | null;
  /** Read off the sentence that says what a film is as well, or off the story alone. */
  readonly isOfStory: boolean;
}

/** Words before and after what was found. */
const MOST_SPAN_WORDS = 12;
const YEARS = 10;

function compile({ kind, slug, genres = [], tags = [], text = [] }: FacetDefinition): CompiledFacet {
  const pattern = text.length > 0 ? new RegExp(`(?<![\\p{L}-])(?:${text.join('|')})(?![\\p{L}])`, 'u') : null;
  return { slug, genres: new Set(genres), tags: new Set(tags), text: pattern, isOfStory: kind === 'about' };
}

const COMPILED = VOCABULARY.map(compile);
const DECADE_SLUGS: ReadonlySet<string> = new Set(
  VOCABULARY.filter(({ kind }) => kind === 'decade').map(({ slug }) => slug),
);

/** The words around a place of a sentence, at most twelve. */
function spanAround(sentence: string, from: number, found: string): string {
  const before = sentence.slice(0, from).split(/\s+/).filter(Boolean);
  const own = found.split(/\s+/).length;
  const after = sentence
    .slice(from + found.length)
    .split(/\s+/)
    .filter(Boolean);
  const room = Math.max(0, MOST_SPAN_WORDS - own);
  const kept = before.slice(Math.max(0, before.length - Math.ceil(room / 2)));
  const words = [...kept, found, ...after.slice(0, room - kept.length)].join(' ').split(/\s+/);
  return words.slice(0, MOST_SPAN_WORDS).join(' ');
}

function inText(
  { text, isOfStory, slug }: CompiledFacet,
  sentences: readonly string[],
): FacetEvidence | null {
  if (text === null) return null;
  for (const [i, sentence] of sentences.entries()) {
    if (
      isOfStory &&
      i === 0 &&
      sentences.length > 1 &&
      !/\b(?:about|follows?|in which|where|who|whose)\b/.test(sentence)
    )
      continue;
    const found = text.exec(sentence);
    if (found) return { facet: slug, source: 'synopsis', span: spanAround(sentence, found.index, found[0]) };
  }
  return null;
}

function given({ genres, tags, slug }: CompiledFacet, title: SimilarityTitle): FacetEvidence | null {
  const genre = title.genres.find((one) => genres.has(one.toLowerCase()));
  if (genre !== undefined) return { facet: slug, source: 'genre', span: genre };
  const tag = title.tags.find((one) => tags.has(one.toLowerCase()));
  return tag === undefined ? null : { facet: slug, source: 'tag', span: tag };
}

function ofFacts({ year, originCountries }: SimilarityTitle): FacetEvidence[] {
  const evidence: FacetEvidence[] = [];
  const decade = year === null ? '' : `${Math.floor(year / YEARS) * YEARS}s`;
  if (DECADE_SLUGS.has(decade)) evidence.push({ facet: decade, source: 'year', span: String(year) });
  const [country] = originCountries;
  const origin = country === undefined ? undefined : ORIGINS[country];
  if (origin !== undefined)
    evidence.push({ facet: origin.toLowerCase().replaceAll(' ', '-'), source: 'country', span: country });
  return evidence;
}

/**
 * Facets of the vocabulary that are true of a title, in the vocabulary's order, each with what says so: a genre first, then a keyword, then a place
 * of the synopsis (sentences about cast, prizes and takings are not read, nor names of people). Patterns are of English; titles in
 * other languages are known by genres, keywords, year and country.
 */
export function recogniseFacets(title: SimilarityTitle): FacetEvidence[] {
  const sentences = storySentences(title);
  const found = COMPILED.flatMap((facet) => given(facet, title) ?? inText(facet, sentences) ?? []);
  const byFacet = new Map([...found, ...ofFacts(title)].map((evidence) => [evidence.facet, evidence]));
  return VOCABULARY.flatMap(({ slug }) => byFacet.get(slug) ?? []);
}
