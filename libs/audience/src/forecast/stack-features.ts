import { originsOf, PEOPLE_COUNT } from './count-markets';
import type { GroupReach, MarketCounts } from './audience-core';
import type { MarketOutcome } from './audience-title';
import { logit, sigmoid } from './logit';
import { reachOf, shrunkRate, sumsAt, type MarketSums } from './market-sums';
import { effectiveCount, nearestDonors, type DonorQuestion, type NearDonor } from './nearest-donors';
import { isMarketFeature, MARKET_FEATURES, TITLE_FEATURES, type StackFeature } from './stack-feature';
import { logAge } from './title-age';

/** Features of a title in every country, `[countries][features]`, and what they came from. */
export interface StackRows {
  readonly rows: readonly number[][];
  readonly donors: readonly NearDonor[];
}

/** Prior observations of each shrunken rate: what one donor or title says is not much. */
const STRENGTH = {
  knn: 6,
  knnRegion: 3,
  knnReach: 3,
  origin: 6,
  originRegion: 4,
  originReach: 4,
  genre: 5,
  people: 2,
};

type Own = readonly MarketOutcome[] | null;

/** By region, what its countries hold on average. */
function regionMeans(values: readonly number[], { regions }: MarketCounts): number[] {
  const sums = regions.names.map(() => ({ sum: 0, count: 0 }));
  values.forEach((value, j) => {
    const region = sums[regions.ofCountry[j]];
    region.sum += value;
    region.count++;
  });
  return regions.ofCountry.map((region) => sums[region].sum / sums[region].count);
}

/** The base rate of a country for a title of that reach. */
function expectedRates({ baseRates, globalRate }: MarketCounts, reach: number): number[] {
  return baseRates.map((rate) => sigmoid(logit(rate) + logit(reach) - logit(globalRate)));
}

interface OriginRates {
  readonly origin: readonly number[];
  readonly region: readonly number[];
  readonly reach: number;
}

function originRates(question: DonorQuestion, counts: MarketCounts, own: Own): OriginRates {
  const groups: (MarketSums | undefined)[] = originsOf(question.title).map((origin) =>
    counts.origins.get(origin),
  );
  const sums = counts.countries.map((_, j) =>
    groups.map((group) => sumsAt(group, j, own)).reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0] as const),
  );
  const charted = sums.map(([count]) => count);
  const offered = sums.map(([, count]) => count);
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const reach = shrunkRate([mean(charted), mean(offered)], counts.globalRate, STRENGTH.originReach);
  const expected = expectedRates(counts, reach);
  const [regionCharted, regionOffered] = [regionMeans(charted, counts), regionMeans(offered, counts)];
  const region = expected.map((rate, j) =>
    shrunkRate([regionCharted[j], regionOffered[j]], rate, STRENGTH.originRegion),
  );
  return { reach, region, origin: region.map((rate, j) => shrunkRate(sums[j], rate, STRENGTH.origin)) };
}

interface DonorRates {
  readonly knn: readonly number[];
  readonly region: readonly number[];
  readonly reach: number;
}

function donorRates(donors: readonly NearDonor[], counts: MarketCounts): DonorRates {
  const total = donors.reduce((sum, { weight }) => sum + weight, 0);
  const count = effectiveCount(donors);
  let reachSum = 0;
  const charted = counts.countries.map(() => 0);
  const offered = counts.countries.map(() => 0);
  for (const { place, weight } of donors) {
    const { markets } = counts.donors[place];
    reachSum += weight * reachOf(markets);
    markets.forEach((outcome, j) => {
      if (outcome < 0) return;
      charted[j] += weight * outcome;
      offered[j] += weight;
    });
  }
  const scale = total === 0 ? 0 : count / total;
  const scaled = (values: readonly number[]): number[] => values.map((value) => value * scale);
  const [likes, looks] = [scaled(charted), scaled(offered)];
  const reach = shrunkRate([reachSum * scale, count], counts.globalRate, STRENGTH.knnReach);
  const expected = expectedRates(counts, reach);
  const [regionLikes, regionLooks] = [regionMeans(likes, counts), regionMeans(looks, counts)];
  return {
    reach,
    knn: expected.map((rate, j) => shrunkRate([likes[j], looks[j]], rate, STRENGTH.knn)),
    region: expected.map((rate, j) => shrunkRate([regionLikes[j], regionLooks[j]], rate, STRENGTH.knnRegion)),
  };
}

/** Reach of a title's groups without the title itself; the global rate where it has none that is known. */
function groupReach(
  names: readonly string[],
  groups: ReadonlyMap<string, GroupReach>,
  own: Own,
): readonly [reach: number, titleCount: number][] {
  return [...new Set(names)].flatMap((name): [number, number][] => {
    const group = groups.get(name);
    if (!group) return [];
    return own ? [[group.reach - reachOf(own), group.titleCount - 1]] : [[group.reach, group.titleCount]];
  });
}

function genreLogit(question: DonorQuestion, { genres, globalRate }: MarketCounts, own: Own): number {
  const found = groupReach(question.title.genres, genres, own);
  if (found.length === 0) return logit(globalRate);
  const logits = found.map((sums) => logit(shrunkRate(sums, globalRate, STRENGTH.genre)));
  return logits.reduce((sum, value) => sum + value, 0) / logits.length;
}

function peopleLogit(question: DonorQuestion, { people, globalRate }: MarketCounts, own: Own): number {
  const found = groupReach(question.title.people.slice(0, PEOPLE_COUNT), people, own);
  const total = found.reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0] as const);
  return logit(shrunkRate(total, globalRate, STRENGTH.people));
}

/** What is the same in every country. */
function titleFeatures(
  question: DonorQuestion,
  counts: MarketCounts,
  own: Own,
): Record<(typeof TITLE_FEATURES)[number], number> {
  const { isSeries, ageYears, originCountries } = question.title;
  const age = ageYears === null ? counts.meanLogAge : logAge(ageYears);
  const isNew = ageYears === null ? counts.newFraction : Number(ageYears < 1);
  return {
    unknownOrigin: originCountries.length === 0 ? 1 : 0,
    ...{ age, isNew, series: Number(isSeries) },
    ...{ seriesAge: isSeries ? age : 0, newSeries: isSeries ? isNew : 0 },
    genreReach: genreLogit(question, counts, own),
    peopleReach: peopleLogit(question, counts, own),
  };
}

/**
 * Features of a title in every country: log odds of rates shrunk to what a title of that reach has in that country. A title that is among the
 * launches itself is left out of all that is counted (leave one out), so that the stack is fitted on what it will see of new titles.
 */
export function stackRows(
  question: DonorQuestion,
  counts: MarketCounts,
  features: readonly StackFeature[],
): StackRows {
  const own = question.own < 0 ? null : counts.donors[question.own].markets;
  const donors = nearestDonors(question, counts);
  const origin = originRates(question, counts, own);
  const near = donorRates(donors, counts);
  const title = titleFeatures(question, counts, own);
  const home = new Set(question.title.originCountries);
  const values: Record<(typeof MARKET_FEATURES)[number], (j: number) => number> = {
    base: (j) => logit(counts.baseRates[j]),
    origin: (j) => logit(origin.origin[j]),
    originRegion: (j) => logit(origin.region[j]),
    originReach: () => logit(origin.reach),
    home: (j) => (home.has(counts.countries[j]) ? 1 : 0),
    knn: (j) => logit(near.knn[j]),
    knnRegion: (j) => logit(near.region[j]),
    knnReach: () => logit(near.reach),
  };
  const columns = features.map((feature) =>
    isMarketFeature(feature) ? values[feature] : () => title[feature],
  );
  const rows = counts.countries.map((_, j) => columns.map((column) => column(j)));
  return { rows, donors };
}
