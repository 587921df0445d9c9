import type {
  ArtworkRecord,
  CastMember,
  FacetStrengths,
  Representativeness,
  RepresentativenessPart,
  TitleRecord,
} from '@keyart/contracts';
import { facetsOfGenres, type Facet } from '@keyart/features';

/** What a picture shows of its title. */
export interface RepresentativenessQuestion {
  readonly artwork: Pick<ArtworkRecord, 'shownPeople'>;
  readonly title: Pick<TitleRecord, 'genres' | 'facets' | 'cast'>;
  /** Of the picture, in [0, 1]. */
  readonly facets: FacetStrengths;
  /** Likeness in meaning of the picture's description and the synopsis, in [0, 1]; null: not known. */
  readonly sceneFraction: number | null;
}

/** Who is on a picture is what it promises most; what the scene has to do with the plot is the weakest evidence. */
const WEIGHTS = { cast: 0.5, genre: 0.35, scene: 0.15 } as const;
/** A person so long on screen is a lead. */
const LEAD_SCREEN_TIME_FRACTION = 0.25;
/** The first so many of a bill are leads; the part of those after them halves with every further three places. */
const LEAD_BILLING = 3;
/** Facets of how a picture is made, not of what happens in the title. */
const OF_THE_PICTURE: ReadonlySet<string> = new Set<Facet>([
  ...(['ensemble', 'landscape', 'lettering', 'spectacle', 'star'] as const),
]);
/** A title has a facet in full from here on: strengths say how much of the running time is of it. */
const FULL_FACET = 0.5;
/** Evidence so strong is taken for granted at one half before any is seen: one weak facet proves little. */
const PRIOR_STRENGTH = 0.5;

/**
 * How much of what a picture promises the title keeps, from the cast that can be seen (billing, screen time), what it
 * suggests against the title's facets and genres, and its scene against the synopsis. Kinds of evidence that are not there leave
 * their weight to the others.
 */
export function representativeness(question: RepresentativenessQuestion): Representativeness {
  const strong = [castPart(question), genrePart(question)].filter((part) => part !== null);
  const scene = strong.length > 0 ? scenePart(question) : null;
  const found = scene ? [...strong, scene] : strong;
  const total = found.reduce((sum, { weight }) => sum + weight, 0);
  const parts = found.map((part) => ({ ...part, weight: part.weight / total }));
  const fraction = parts.reduce((sum, part) => sum + part.weight * part.fraction, 0);
  return { fraction: parts.length === 0 ? null : fraction, parts };
}

function castPart({ artwork, title }: RepresentativenessQuestion): RepresentativenessPart | null {
  const { shownPeople } = artwork;
  if (shownPeople.length === 0 || title.cast.length === 0) return null;
  const shares = shownPeople.map((name) => shareOf(title.cast.find((person) => sameName(person.name, name))));
  const fraction = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  const detail = shownPeople.map((name, i) => `${name} ${percent(shares[i])}`).join(', ');
  return { about: 'cast', fraction, weight: WEIGHTS.cast, detail: `part in the title: ${detail}` };
}

/** 1 for a lead, 0 for somebody who is not in the title. */
function shareOf(person: CastMember | undefined): number {
  if (!person) return 0;
  if (person.screenTimeFraction !== null)
    return Math.min(1, person.screenTimeFraction / LEAD_SCREEN_TIME_FRACTION);
  return 2 ** (-Math.max(0, person.billing - LEAD_BILLING) / LEAD_BILLING);
}

function sameName(one: string, other: string): boolean {
  return one.localeCompare(other, 'en', { sensitivity: 'base' }) === 0;
}

function genrePart({ title, facets }: RepresentativenessQuestion): RepresentativenessPart | null {
  const ofGenres: FacetStrengths = facetsOfGenres(title.genres);
  const has = (facet: string): number =>
    Math.min(1, Math.max(title.facets[facet] ?? 0, ofGenres[facet] ?? 0) / FULL_FACET);
  const promised = Object.entries(facets).filter(([facet, p]) => p > 0 && !OF_THE_PICTURE.has(facet));
  if (promised.length === 0) return null;
  const strength = promised.reduce((sum, [, p]) => sum + p, 0);
  const kept = promised.reduce((sum, [facet, p]) => sum + p * has(facet), 0);
  const missing = promised.filter(([facet]) => has(facet) < PRIOR_STRENGTH).map(([facet]) => facet);
  const detail =
    missing.length === 0 ? 'the title has all of it' : `little in the title: ${missing.join(', ')}`;
  const fraction = (kept + PRIOR_STRENGTH / 2) / (strength + PRIOR_STRENGTH);
  return { about: 'genre', fraction, weight: WEIGHTS.genre, detail };
}

function scenePart({ sceneFraction }: RepresentativenessQuestion): RepresentativenessPart | null {
  if (sceneFraction === null) return null;
  const detail = `${percent(sceneFraction)} like the synopsis`;
  return { about: 'scene', fraction: sceneFraction, weight: WEIGHTS.scene, detail };
}

function percent(fraction: number): string {
  return `${Math.round(100 * fraction)}%`;
}
