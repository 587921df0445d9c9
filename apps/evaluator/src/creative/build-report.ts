import { TITLE_ASPECTS, type TitleAspect } from '@keyart/contracts';
import {
  findDrivers,
  findTraitLifts,
  isIn,
  LEAST_MEMBERS,
  liftTable,
  pickQuotes,
  receptionOf,
  reviewsIn,
  type AnalysedReview,
  type AspectQuote,
  type DriverReport,
  type LiftTable,
  type Reception,
  type Scope,
  type TraitDecision,
  type TraitLiftReport,
} from '@keyart/creative';
import type { TraitLog } from './read-trait-log';
import { scopesOf } from './scopes-of-report';

/** Praise and blame of an aspect in the words of reviews. */
export interface AspectQuotes {
  readonly aspect: TitleAspect;
  readonly praise: readonly AspectQuote[];
  readonly blame: readonly AspectQuote[];
}

/** What the decision log says of pictures. */
export interface ArtworkPart extends Omit<TraitLog, 'decisions'> {
  readonly lifts: TraitLiftReport;
  /** Of the traits with the strongest evidence, where there are countries and micro-genres. */
  readonly tables: readonly LiftTable[];
}

/** All that a report shows; of people it holds nothing but quotes without names. */
export interface CreativeReport {
  readonly schema: 'creative-report/1';
  readonly subject: Scope;
  /** As people call it. */
  readonly name: string;
  readonly reviewCount: number;
  readonly titleCount: number;
  /** Of the reviews that have stars; null: none has. */
  readonly meanStars: number | null;
  readonly meanPolarity: number;
  readonly drivers: DriverReport;
  readonly reception: Reception;
  readonly quotes: readonly AspectQuotes[];
  /** Null: no log was given. */
  readonly artwork: ArtworkPart | null;
}

const QUOTES_A_SIDE = 3;
const MOST_TABLES = 3;

/** Reads everything that a report on a subject says out of reviews and, where there is one, the log. @throws CreativeError `EMPTY_SCOPE` */
export function buildReport(
  reviews: readonly AnalysedReview[],
  subject: Scope,
  log: TraitLog | null,
): CreativeReport {
  const own = reviewsIn(subject, reviews);
  const scopes = scopesOf(subject, own);
  const starred = own.flatMap(({ stars }) => stars ?? []);
  return {
    ...{
      schema: 'creative-report/1',
      subject,
      name: subject.kind === 'title' ? own[0].titleName : subject.value,
    },
    ...{ reviewCount: own.length, titleCount: new Set(own.map(({ titleId }) => titleId)).size },
    ...{ meanStars: starred.length === 0 ? null : meanOf(starred) },
    meanPolarity: meanOf(own.map(({ polarity }) => polarity)),
    drivers: findDrivers(reviews, { scopes }),
    reception: receptionOf(own),
    quotes: quotesOf(own),
    artwork: log && artworkOf(log, scopes),
  };
}

/** No words twice, though a sentence may speak of several aspects. */
function quotesOf(reviews: readonly AnalysedReview[]): AspectQuotes[] {
  const quoted = new Set<string>();
  const pick = (aspect: TitleAspect, side: 'praise' | 'blame') =>
    pickQuotes(reviews, { aspect, side, count: QUOTES_A_SIDE, quoted });
  return TITLE_ASPECTS.map((aspect) => ({
    aspect,
    praise: pick(aspect, 'praise'),
    blame: pick(aspect, 'blame'),
  })).filter(({ praise, blame }) => praise.length + blame.length > 0);
}

function artworkOf({ decisions, ...facts }: TraitLog, scopes: readonly Scope[]): ArtworkPart {
  const lifts = findTraitLifts(decisions, { scopes, countries: countriesOf(decisions) });
  const traits = [...new Set(lifts.lifts.map(({ trait }) => trait))];
  const told = traits.filter((trait) => lifts.lifts.some((one) => one.isDiscovery && one.trait === trait));
  const near = decisionsNear(scopes, decisions);
  const shown = told.length > 0 ? told.slice(0, MOST_TABLES) : traits.slice(0, 1);
  return { ...facts, lifts, tables: shown.flatMap((trait) => liftTable(near, trait) ?? []) };
}

/** Of the subject; of a title those of its micro-genres, because a single title fills no table. */
function decisionsNear([subject, ...wider]: readonly Scope[], decisions: readonly TraitDecision[]) {
  if (subject.kind !== 'title') return decisions.filter((decision) => isIn(subject, decision));
  const slugs = wider.flatMap(({ kind, value }) => (kind === 'micro-genre' ? [value] : []));
  return decisions.flatMap((decision) => {
    const microGenres = decision.microGenres.filter((slug) => slugs.includes(slug));
    return microGenres.length > 0 ? [{ ...decision, microGenres }] : [];
  });
}

/** With people enough that something can be told of them. */
function countriesOf(decisions: readonly TraitDecision[]): string[] {
  const members = new Map<string, Set<string>>();
  for (const { country, member } of decisions)
    if (country !== null) members.set(country, (members.get(country) ?? new Set()).add(member));
  return [...members]
    .filter(([, people]) => people.size >= LEAST_MEMBERS)
    .map(([country]) => country)
    .sort();
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
