import { fitLogistic, linear } from './fit-logistic';
import { titleShift } from './title-shift';

/** A country where a launch was observed. */
export interface SeenMarket {
  /** Place of the country. */
  readonly place: number;
  readonly outcome: 0 | 1;
}

/** What was forecast of a title before launch, and which countries are alike. */
export interface LaunchForecast {
  /** Calibrated, `[countries]`. */
  readonly logits: readonly number[];
  /** `[countries × countries]`, see `LearntRegions`. */
  readonly likeness: readonly number[];
}

/** Launches to learn the update from: of each, some markets that were seen and the outcomes of others. */
export interface UpdateCase {
  readonly forecast: LaunchForecast;
  readonly seen: readonly SeenMarket[];
  readonly rest: readonly SeenMarket[];
}

/** Weights of forecast, shift of all and shift of like countries; intercept first. */
export type UpdateWeights = ArrayLike<number>;

/** Titles differ from their forecasts by about two log odds: 1 / 2². */
const PRECISION = 0.25;
const NEAR_PRECISION = 1;
const RIDGE = 1;

function rowsOf(
  { logits, likeness }: LaunchForecast,
  seen: readonly SeenMarket[],
  places: readonly number[],
) {
  const outcomes = seen.map(({ outcome }) => outcome);
  const seenLogits = seen.map(({ place }) => logits[place]);
  const shift = titleShift({ logits: seenLogits, outcomes }, PRECISION);
  const shifted = seenLogits.map((value) => value + shift);
  return places.map((place) => {
    const weights = seen.map((market) => Math.max(0, likeness[place * logits.length + market.place]));
    const near = titleShift({ logits: shifted, outcomes, weights }, NEAR_PRECISION);
    return [logits[place], shift, near];
  });
}

/**
 * Learns how far observed markets move the forecast of the others: a logistic regression on the forecast, the title's shift in what was seen
 * (posterior mode of a random effect) and what like countries add to it.
 */
export function fitUpdate(cases: readonly UpdateCase[]): Float64Array {
  const features: number[][] = [];
  const outcomes: number[] = [];
  for (const { forecast, seen, rest } of cases) {
    const rows = rowsOf(
      forecast,
      seen,
      rest.map(({ place }) => place),
    );
    features.push(...rows);
    outcomes.push(...rest.map(({ outcome }) => outcome));
  }
  return fitLogistic({ features, outcomes }, RIDGE);
}

/** The forecast of every country after those markets were seen, log odds; unchanged where none was. */
export function updatedLogits(
  forecast: LaunchForecast,
  seen: readonly SeenMarket[],
  weights: UpdateWeights,
): number[] {
  if (seen.length === 0) return [...forecast.logits];
  const places = forecast.logits.map((_, place) => place);
  return rowsOf(forecast, seen, places).map((row) => linear(weights, row));
}
