import type { SimilarityTitle } from '../similarity-title';
import { bitsOf, countBits, intersect, type Bits } from './bits';
import { kindOfFacet, microGenreName, microGenreSlug, type MicroGenre } from './micro-genre';
import { recogniseFacets, type FacetEvidence } from './recognise-facets';

/** What makes a conjunction of facets a micro-genre. */
export interface MicroGenreRules {
  readonly leastTitles: number;
  /** Of lift or odds ratio: the lift of a common genre is bounded by one over its share, its odds ratio is not. */
  readonly leastAssociation: number;
  /** Micro-genres that a title needs no more of. */
  readonly enoughPerTitle: number;
  /** Share of its titles that must still need one for another micro-genre to be named, in [0, 1]. */
  readonly leastNeededFraction: number;
}

/** At least five titles, and twice as many (or twice the odds) as by chance. */
export const MICRO_GENRE_RULES: MicroGenreRules = {
  ...{ leastTitles: 5, leastAssociation: 2, enoughPerTitle: 4, leastNeededFraction: 0.25 },
};

/** A title's facets and micro-genres. */
export interface TitleMicroGenres {
  readonly titleId: string;
  readonly facets: readonly FacetEvidence[];
  /** Slugs, most specific (fewest titles) first. */
  readonly slugs: readonly string[];
}

/** Micro-genres of a catalogue. */
export interface FoundMicroGenres {
  /** Largest first. */
  readonly microGenres: readonly MicroGenre[];
  /** Aligned with the titles. */
  readonly titles: readonly TitleMicroGenres[];
  /** Share of the titles that are in one, in [0, 1]. */
  readonly coverage: number;
}

interface Conjunction {
  readonly facets: readonly string[];
  readonly bits: Bits;
  readonly count: number;
  readonly lift: number;
  readonly oddsRatio: number;
}

/** Kinds that may stand twice in a name: none but adjectives. */
function isSpeakable(facets: readonly string[]): boolean {
  const kinds = facets.map(kindOfFacet);
  const heads = kinds.filter((kind) => kind === 'genre').length;
  const others = kinds.filter((kind) => kind !== 'adjective');
  return heads === 1 && new Set(others).size === others.length && !isTautology(facets);
}

/** A facet that says what another has said: `romantic romances`, `animated animated films`. */
const TAUTOLOGIES: readonly (readonly [string, string])[] = [
  ['romantic', 'romances'],
  ['animated', 'animated-films'],
  ['musical', 'musicals'],
  ['crime', 'crime-films'],
  ['action', 'action-films'],
  ['biographical', 'biographies'],
  ['sports', 'sports-films'],
  ['war', 'war-films'],
  ['horror', 'horror-films'],
  ['science-fiction-like', 'science-fiction'],
  ['fantasy', 'fantasies'],
  ['adventure', 'adventures'],
  ['mystery', 'mysteries'],
  ['western', 'westerns'],
  ['noir', 'films-noirs'],
  ['superheroes', 'superhero-films'],
  ['spies', 'spy-films'],
  ['family', 'the-whole-family'],
  ['cowboys', 'the-wild-west'],
  ['comedy', 'comedies'],
  ['biographical', 'documentaries'],
  ['students', 'high-school'],
  ['students', 'college'],
  ['soldiers', 'war-films'],
];

function isTautology(facets: readonly string[]): boolean {
  return TAUTOLOGIES.some(([a, b]) => facets.includes(a) && facets.includes(b));
}

/** Looks at conjunctions one at a time and keeps those that are micro-genres. */
class ConjunctionFinder {
  readonly found: Conjunction[] = [];
  private readonly counts: ReadonlyMap<string, number>;

  constructor(
    private readonly facets: ReadonlyMap<string, Bits>,
    private readonly total: number,
    private readonly rules: MicroGenreRules,
  ) {
    this.counts = new Map([...facets].map(([name, bits]) => [name, countBits(bits)]));
  }

  /** @returns titles that have them all */
  consider(some: readonly string[], bits: Bits): number {
    const count = countBits(bits);
    if (count < this.rules.leastTitles || !isSpeakable(some)) return count;
    const chance = some.reduce((product, name) => product * this.shareOf(name), 1);
    const lift = count / this.total / chance;
    const oddsRatio = this.oddsRatio(some, count);
    if (Math.max(lift, oddsRatio) >= this.rules.leastAssociation)
      this.found.push({ facets: some, bits, count, lift, oddsRatio });
    return count;
  }

  private shareOf(name: string): number {
    return (this.counts.get(name) ?? 0) / this.total;
  }

  /** Of the genre against all other facets together, with half a title added to each cell (Haldane–Anscombe). */
  private oddsRatio(some: readonly string[], both: number): number {
    const genre = some.find((name) => kindOfFacet(name) === 'genre') ?? some[0];
    const others = some.filter((name) => name !== genre).map((name) => this.facets.get(name) as Bits);
    const withOthers = countBits(others.reduce(intersect));
    const ofGenre = this.counts.get(genre) ?? 0;
    const neither = this.total - ofGenre - withOthers + both;
    return ((both + 0.5) * (neither + 0.5)) / ((withOthers - both + 0.5) * (ofGenre - both + 0.5));
  }
}

/** Every conjunction of two and three facets that keeps the rules. */
function conjunctions(
  facets: ReadonlyMap<string, Bits>,
  total: number,
  rules: MicroGenreRules,
): Conjunction[] {
  const names = [...facets.keys()];
  const genres = names.filter((name) => kindOfFacet(name) === 'genre');
  const others = names.filter((name) => kindOfFacet(name) !== 'genre');
  const finder = new ConjunctionFinder(facets, total, rules);
  for (const genre of genres)
    others.forEach((second, i) => {
      const pair = intersect(facets.get(genre) as Bits, facets.get(second) as Bits);
      if (finder.consider([genre, second], pair) < rules.leastTitles) return;
      for (const third of others.slice(i + 1))
        if (isSpeakable([genre, second, third]))
          finder.consider([genre, second, third], intersect(pair, facets.get(third) as Bits));
    });
  return finder.found;
}

/** A larger conjunction with the very titles of a smaller one says no more than that. */
function withoutRepeats(all: readonly Conjunction[]): Conjunction[] {
  const sorted = [...all].sort(
    (a, b) => a.facets.length - b.facets.length || (slugOf(a) < slugOf(b) ? -1 : 1),
  );
  const seen = new Set<string>();
  return sorted.filter(({ bits }) => {
    const key = bits.join(',');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function slugOf({ facets }: Conjunction): string {
  return microGenreSlug(facets);
}

/** Larger and more telling ones first: √n ln association. */
function worth({ count, lift, oddsRatio }: Conjunction): number {
  return Math.sqrt(count) * Math.log(Math.max(lift, oddsRatio));
}

/** Two facets that say more than where and when: what one would look for by name. */
function isTelling({ facets }: Conjunction): boolean {
  return facets.length === 2 && !facets.some((name) => ['origin', 'decade'].includes(kindOfFacet(name)));
}

/** Names all telling pairs, the best others as long as enough of their titles need one more (greedy cover), then those that a title is in no other of. */
function cover(all: readonly Conjunction[], titleCount: number, rules: MicroGenreRules): Conjunction[] {
  const held = new Uint16Array(titleCount);
  const ordered = [...all].sort((a, b) => worth(b) - worth(a) || (slugOf(a) < slugOf(b) ? -1 : 1));
  const isNeeded = (one: Conjunction, enough: number, least: number): boolean => {
    const members = placesOf(one.bits);
    if (members.filter((place) => held[place] < enough).length < least) return false;
    for (const place of members) held[place]++;
    return true;
  };
  const telling = ordered.filter((one) => isTelling(one) && isNeeded(one, Infinity, 1));
  const others = ordered.filter((one) => !isTelling(one));
  const named = others.filter((one) =>
    isNeeded(one, rules.enoughPerTitle, rules.leastNeededFraction * one.count),
  );
  const known = new Set(named);
  return [...telling, ...named, ...others.filter((one) => !known.has(one) && isNeeded(one, 1, 1))];
}

function placesOf(bits: Bits): number[] {
  const places: number[] = [];
  bits.forEach((word, w) => {
    for (let left = word >>> 0; left !== 0; left = (left & (left - 1)) >>> 0)
      places.push(w * 32 + 31 - Math.clz32(left & -left));
  });
  return places;
}

/**
 * Micro-genres of a catalogue: conjunctions of two or three facets with exactly one genre among them, at least five titles and a lift or odds ratio of at least
 * 2, chosen so that most titles are in some. Names and slugs are of the facets alone. The same for the same titles in any order.
 */
export function findMicroGenres(
  titles: readonly SimilarityTitle[],
  rules: MicroGenreRules = MICRO_GENRE_RULES,
): FoundMicroGenres {
  const facets = titles.map(recogniseFacets);
  const members = new Map<string, number[]>();
  facets.forEach((own, place) =>
    own.forEach(({ facet }) => members.set(facet, [...(members.get(facet) ?? []), place])),
  );
  const common = [...members]
    // What is true of every title tells none apart.
    .filter(([, places]) => places.length >= rules.leastTitles && places.length < titles.length)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([facet, places]) => [facet, bitsOf(places, titles.length)] as const);
  const all = withoutRepeats(conjunctions(new Map(common), titles.length, rules));
  const named = cover(all, titles.length, rules).map((one) => ({
    ...{ slug: slugOf(one), name: microGenreName(one.facets), places: placesOf(one.bits) },
    ...{ facets: slugOf(one).split('.'), titleCount: one.count, lift: one.lift, oddsRatio: one.oddsRatio },
  }));
  const slugs = titles.map((): { slug: string; size: number }[] => []);
  for (const { slug, titleCount, places } of named)
    for (const place of places) slugs[place].push({ slug, size: titleCount });
  return {
    microGenres: named
      .map(({ slug, name, facets, titleCount, lift, oddsRatio }) => ({
        slug,
        name,
        facets,
        titleCount,
        lift,
        oddsRatio,
      }))
      .sort((a, b) => b.titleCount - a.titleCount || (a.slug < b.slug ? -1 : 1)),
    titles: titles.map(({ titleId }, place) => ({
      ...{ titleId, facets: facets[place] },
      slugs: slugs[place]
        .sort((a, b) => a.size - b.size || (a.slug < b.slug ? -1 : 1))
        .map(({ slug }) => slug),
    })),
    coverage: titles.length === 0 ? 0 : slugs.filter((own) => own.length > 0).length / titles.length,
  };
}
