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

/** `is a 1938 American drama film`: what stands between the year and what the title is, of its first sentence. */
const IS_A =
  /\b(?:is|was) an? (?:upcoming )?(?:\d{4} )?((?:[\p{L}\p{N}'’/–-]+ ){0,6}?)(?:film|movie|comedy|drama|documentary|cartoon|musical|western|thriller|short|serial)/iu;
const ORIGIN_WORDS = Object.values(ORIGINS);

/** The country that the first sentence names before any other. */
function originIn(sentence: string): { readonly words: string; readonly span: string } | null {
  const found = IS_A.exec(sentence);
  if (!found) return null;
  const places = ORIGIN_WORDS.map((words) => ({
    words,
    at: found[1].search(new RegExp(`(?<![\\p{L}])${words}(?![\\p{L}])`, 'u')),
  }));
  const [first] = places.filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at);
  return first === undefined
    ? null
    : { words: first.words, span: found[0].split(/\s+/).slice(0, MOST_SPAN_WORDS).join(' ') };
}

function slugOfOrigin(words: string): string {
  return words.toLowerCase().replaceAll(' ', '-');
}

/** What the first sentence says goes before the catalogue, whose lists of countries name every co-producer; of several ones, none is the origin. */
function originOf({ originCountries }: SimilarityTitle, first: string): FacetEvidence[] {
  const named = originIn(first);
  if (named !== null) return [{ facet: slugOfOrigin(named.words), source: 'synopsis', span: named.span }];
  const [country, ...others] = originCountries;
  const words = country === undefined || others.length > 0 ? undefined : ORIGINS[country];
  return words === undefined ? [] : [{ facet: slugOfOrigin(words), source: 'country', span: country }];
}

function decadeOf({ year }: SimilarityTitle): FacetEvidence[] {
  const decade = year === null ? '' : `${Math.floor(year / YEARS) * YEARS}s`;
  return DECADE_SLUGS.has(decade) ? [{ facet: decade, source: 'year', span: String(year) }] : [];
}

/**
 * Facets of the vocabulary that are true of a title, in the vocabulary's order, each with what says so: a genre first, then a keyword, then a place
 * of the synopsis (sentences about cast, prizes and takings are not read, nor names of people). Patterns are of English; titles in
 * other languages are known by genres, keywords, year and country.
 */
export function recogniseFacets(title: SimilarityTitle): FacetEvidence[] {
  const sentences = storySentences(title);
  const found = COMPILED.flatMap((facet) => given(facet, title) ?? inText(facet, sentences) ?? []);
  const byFacet = new Map(
    [...found, ...decadeOf(title), ...originOf(title, sentences[0])].map((evidence) => [
      evidence.facet,
      evidence,
    ]),
  );
  return VOCABULARY.flatMap(({ slug }) => byFacet.get(slug) ?? []);
}
