import { createRandom, shuffled } from '@keyart/common';
import {
  findMicroGenres,
  type FacetEvidence,
  type FoundMicroGenres,
  type MicroGenre,
  type SimilarityTitle,
} from '@keyart/similarity';

/** A title in a micro-genre, with what says so; a judge reads it beside the synopsis. */
export interface SampledMembership {
  readonly name: string;
  readonly year: number | null;
  readonly microGenre: string;
  readonly slug: string;
  readonly evidence: readonly FacetEvidence[];
  readonly synopsis: string;
}

/** A micro-genre with some of its titles. */
export interface ListedMicroGenre extends MicroGenre {
  /** Name and year, in the corpus's order. */
  readonly examples: readonly string[];
}

/** Micro-genres of a corpus, and how much of it they cover. */
export interface MicroGenreMeasurement {
  readonly schema: 'micro-genres/1';
  readonly seed: string;
  readonly titleCount: number;
  /** Share of the titles that are in one, in [0, 1]. */
  readonly coverage: number;
  readonly floor: number;
  readonly isMet: boolean;
  readonly microGenres: readonly ListedMicroGenre[];
  /** Empty unless a sample was asked for. */
  readonly sample: readonly SampledMembership[];
}

/** What to measure. */
export interface MicroGenreQuestion {
  readonly titles: readonly SimilarityTitle[];
  /** Draws the sample. */
  readonly seed: string;
  /** Memberships drawn, each as likely as any other. */
  readonly sampleCount: number;
  readonly exampleCount: number;
}

/** Share of titles that must be in a named micro-genre. */
export const COVERAGE_FLOOR = 0.8;

/** A title as one says it: `Stand by Me (1986)`. */
function spoken({ name, year }: SimilarityTitle): string {
  return year === null ? name : `${name} (${year})`;
}

function sampleOf(
  { titles, seed, sampleCount }: MicroGenreQuestion,
  found: FoundMicroGenres,
): SampledMembership[] {
  const bySlug = new Map(found.microGenres.map((one) => [one.slug, one]));
  const all = found.titles.flatMap(({ slugs }, place) => slugs.map((slug) => ({ slug, place })));
  const drawn = shuffled(all, createRandom(`micro-genres/${seed}`)).slice(0, sampleCount);
  return drawn.map(({ slug, place }) => {
    const { name, facets } = bySlug.get(slug) as MicroGenre;
    const evidence = found.titles[place].facets.filter(({ facet }) => facets.includes(facet));
    const { name: titleName, year, synopsis } = titles[place];
    return { name: titleName, year, microGenre: name, slug, evidence, synopsis };
  });
}

/** Finds the micro-genres of a corpus, with examples, coverage and, where asked, a random sample of memberships. */
export function measureMicroGenres(question: MicroGenreQuestion): MicroGenreMeasurement {
  const { titles, seed, exampleCount } = question;
  const found = findMicroGenres(titles);
  const examples = new Map<string, string[]>(found.microGenres.map(({ slug }) => [slug, []]));
  found.titles.forEach(({ slugs }, place) => {
    for (const slug of slugs) {
      const own = examples.get(slug);
      if (own && own.length < exampleCount) own.push(spoken(titles[place]));
    }
  });
  return {
    ...{ schema: 'micro-genres/1', seed, titleCount: titles.length, coverage: found.coverage },
    ...{ floor: COVERAGE_FLOOR, isMet: found.coverage >= COVERAGE_FLOOR },
    microGenres: found.microGenres.map((one) => ({ ...one, examples: examples.get(one.slug) ?? [] })),
    sample: sampleOf(question, found),
  };
}
