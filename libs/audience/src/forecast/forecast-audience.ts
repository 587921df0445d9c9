import { knownWordCount } from '@keyart/similarity';
import type { AudienceDonor, AudienceForecast, CountryForecast, ForecastEvidence } from './audience-forecast';
import type { AudienceModel } from './audience-model';
import type { AudienceTitle } from './audience-title';
import { expectedReach } from './fit-audience-model';
import { rawForecasts } from './fit-core';
import { linear } from './fit-logistic';
import { sigmoid } from './logit';
import { updatedLogits, type SeenMarket } from './market-update';
import { effectiveCount, type NearDonor } from './nearest-donors';
import { boundsAt, widerBounds, type BoundsByReach, type ShiftBounds } from './shift-bounds';

/** A country where a title was launched, and whether it entered the chart within the horizon. */
export interface ObservedMarket {
  /** ISO 3166-1 alpha-2; one the model does not know moves nothing. */
  readonly country: string;
  readonly hasCharted: boolean;
}

/** A title, and where it was seen already. */
export interface AudienceQuestion {
  readonly title: AudienceTitle;
  readonly observed: readonly ObservedMarket[];
}

const DONORS_TOLD = 10;
/** A synopsis of which fewer words are known was not read. */
const LEAST_WORDS = 3;

function seenOf(observed: readonly ObservedMarket[], countries: readonly string[]): SeenMarket[] {
  return observed.flatMap(({ country, hasCharted }) => {
    const place = countries.indexOf(country);
    return place < 0 ? [] : [{ place, outcome: hasCharted ? 1 : 0 } as const];
  });
}

/** Bounds of as many markets seen, or of the next fewer. */
function boundsAfter(model: AudienceModel, seenCount: number): BoundsByReach | null {
  const fitting = model.updateBounds.filter((one) => one.seenCount <= seenCount);
  return fitting[fitting.length - 1]?.bounds ?? null;
}

function shiftBounds(
  model: AudienceModel,
  logits: readonly number[],
  { seenCount, evidence }: { readonly seenCount: number; readonly evidence: ForecastEvidence },
): ShiftBounds {
  const reach = expectedReach(logits);
  const after = boundsAfter(model, seenCount);
  if (after) return boundsAt(after, reach);
  const bounds = boundsAt(model.bounds, reach);
  return evidence === 'full' ? bounds : widerBounds(bounds, boundsAt(model.blindBounds, reach));
}

function donorsOf(donors: readonly NearDonor[], { counts }: AudienceModel['core']): AudienceDonor[] {
  const total = donors.reduce((sum, { weight }) => sum + weight, 0);
  return donors.slice(0, DONORS_TOLD).map(({ place, weight }) => {
    const { titleId, name, markets } = counts.donors[place];
    return {
      ...{ titleId, name, weightFraction: weight / total },
      countries: counts.countries.filter((_, j) => markets[j] === 1),
    };
  });
}

function ranked(countries: readonly Omit<CountryForecast, 'rank'>[]): CountryForecast[] {
  return [...countries]
    .sort((a, b) => b.probability - a.probability || (a.country < b.country ? -1 : 1))
    .map((country, index) => ({ ...country, rank: index + 1 }));
}

/**
 * Forecasts a title in every country of the model: the calibrated stack, moved by the markets that were observed. An observed market is a fact,
 * its chance 1 or 0. The interval holds for the title as a whole: in 80 of 100 titles the number of countries that chart it lies between the sums
 * of the low and of the high ends.
 */
export function forecastAudience(
  { title, observed }: AudienceQuestion,
  model: AudienceModel,
): AudienceForecast {
  const { core, encoder, calibration } = model;
  const { countries, regions } = core.counts;
  const [raw] = rawForecasts([title], core, encoder);
  const cold = raw.logits.map((value) => linear(calibration, [value]));
  const seen = seenOf(observed, countries);
  const logits = updatedLogits({ logits: cold, likeness: regions.likeness }, seen, model.update);
  const evidence = knownWordCount(encoder, title) < LEAST_WORDS ? 'no-synopsis' : 'full';
  const bounds = shiftBounds(model, logits, { seenCount: seen.length, evidence });
  const outcomes = new Map(seen.map(({ place, outcome }) => [place, outcome]));
  const forecasts = countries.map((country, place) => {
    const outcome = outcomes.get(place);
    const region = regions.names[regions.ofCountry[place]];
    if (outcome !== undefined)
      return {
        ...{ country, region, observed: outcome === 1 },
        ...{ probability: outcome, low: outcome, high: outcome },
      };
    return {
      ...{ country, region, observed: null, probability: sigmoid(logits[place]) },
      ...{ low: sigmoid(logits[place] + bounds.low), high: sigmoid(logits[place] + bounds.high) },
    };
  });
  return {
    countries: ranked(forecasts),
    donors: donorsOf(raw.donors, core),
    effectiveDonorCount: effectiveCount(raw.donors),
    ...{ evidence, observedCount: seen.length, modelVersion: model.version },
  };
}
