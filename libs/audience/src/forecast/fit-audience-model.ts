import { contentHash, createRandom, InputError } from '@keyart/common';
import { fitTitleEncoder, type SimilarityTitle, type TitleEncoder } from '@keyart/similarity';
import type { AudienceModel, UpdateBounds } from './audience-model';
import type { AudienceData } from './audience-title';
import { AUDIENCE_ERROR_CODES } from './errors';
import { fitCore } from './fit-core';
import { fitLogistic, linear } from './fit-logistic';
import { forwardForecasts, type ForwardForecast } from './forward-forecasts';
import { sigmoid } from './logit';
import { fitUpdate, updatedLogits, type UpdateCase, type UpdateWeights } from './market-update';
import { boundsByReach, type BoundsByReach, type SeenShift } from './shift-bounds';
import { STACK_FEATURES, type StackFeature } from './stack-feature';
import { titleShift } from './title-shift';
import { seenMarkets, updateCase } from './update-cases';

/** How a model is fitted. */
export interface AudienceFitOptions {
  readonly seed: string;
  /** Titles whose words and facts the encoder learns; no outcomes of them are needed. */
  readonly catalogue: readonly SimilarityTitle[];
  /** Default: all. */
  readonly features?: readonly StackFeature[];
}

/** Markets seen, for which the update has bounds of its own. */
export const SEEN_COUNTS = [5, 15, 30] as const;

/** Facts weigh as much as the synopsis in a cosine. */
export const FACTS_WEIGHT = 1;
const RIDGE = 1;
/** A realised shift is read off all markets: hardly any prior. */
const SEEN_PRECISION = 0.05;
/** Fewer launches, or later ones to calibrate on, teach nothing. */
const LEAST_TITLES = 60;
const LEAST_FORWARD = 20;
/** Raise when a model of equal data and options comes out otherwise. */
const METHOD = 1;

function calibrate(forward: readonly ForwardForecast[]): Float64Array {
  const features: number[][] = [];
  const outcomes: number[] = [];
  for (const { title, logits } of forward)
    for (const { place, outcome } of seenMarkets(title)) {
      features.push([logits[place]]);
      outcomes.push(outcome);
    }
  return fitLogistic({ features, outcomes }, RIDGE);
}

/** Mean chance over the countries. */
export function expectedReach(logits: readonly number[]): number {
  return logits.reduce((sum, value) => sum + sigmoid(value), 0) / Math.max(1, logits.length);
}

function seenShift(
  logits: readonly number[],
  seen: readonly { readonly place: number; readonly outcome: number }[],
): SeenShift {
  const rows = {
    logits: seen.map(({ place }) => logits[place]),
    outcomes: seen.map(({ outcome }) => outcome),
  };
  return { reach: expectedReach(rows.logits), shift: titleShift(rows, SEEN_PRECISION) };
}

function coldBounds(
  forward: readonly ForwardForecast[],
  logitsOf: (one: ForwardForecast) => readonly number[],
): BoundsByReach {
  return boundsByReach(forward.map((one) => seenShift(logitsOf(one), seenMarkets(one.title))));
}

function casesOf(
  forward: readonly ForwardForecast[],
  { calibration, seed }: { readonly calibration: ArrayLike<number>; readonly seed: string },
  seenCount: number,
): UpdateCase[] {
  const random = createRandom(`${seed}/seen/${seenCount}`);
  return forward.flatMap(({ title, logits, likeness }) => {
    const calibrated = logits.map((value) => linear(calibration, [value]));
    const one = updateCase(title, { forecast: { logits: calibrated, likeness }, seenCount }, random);
    return one ? [one] : [];
  });
}

function updateBoundsOf(cases: readonly UpdateCase[], weights: UpdateWeights): BoundsByReach {
  return boundsByReach(
    cases.map(({ forecast, seen, rest }) => seenShift(updatedLogits(forecast, seen, weights), rest)),
  );
}

function fitUpdates(
  forward: readonly ForwardForecast[],
  options: { readonly calibration: ArrayLike<number>; readonly seed: string },
): { readonly update: Float64Array; readonly updateBounds: readonly UpdateBounds[] } {
  const groups = SEEN_COUNTS.map((seenCount) => ({ seenCount, cases: casesOf(forward, options, seenCount) }));
  const update = fitUpdate(groups.flatMap(({ cases }) => cases));
  const updateBounds = groups
    .filter(({ cases }) => cases.length > 0)
    .map(({ seenCount, cases }) => ({ seenCount, bounds: updateBoundsOf(cases, update) }));
  return { update, updateBounds };
}

function checkEnough(titleCount: number, forwardCount: number): void {
  if (titleCount >= LEAST_TITLES && forwardCount >= LEAST_FORWARD) return;
  throw new InputError(
    AUDIENCE_ERROR_CODES.tooFewLaunches,
    `an audience model needs ${LEAST_TITLES} launches and ${LEAST_FORWARD} later ones to calibrate on, not ${titleCount} and ${forwardCount}`,
  );
}

function versionOf(data: AudienceData, options: unknown): string {
  return `audience-${contentHash(JSON.stringify([METHOD, options, data]), 16)}`;
}

/**
 * Fits the whole model: encoder of the catalogue, stack on all launches, and what is held out by time, calibration, bounds and update, on
 * forecasts of the later launches from the earlier ones (see `forwardForecasts`). The same for equal data, catalogue and seed.
 * @throws InputError `TOO_FEW_LAUNCHES`
 */
export function fitAudienceModel(data: AudienceData, options: AudienceFitOptions): AudienceModel {
  const encoder = fitTitleEncoder(options.catalogue, { seed: options.seed, factsWeight: FACTS_WEIGHT });
  return fitWithEncoder(data, { ...options, encoder });
}

/** `fitAudienceModel` with an encoder that is there already. */
export function fitWithEncoder(
  data: AudienceData,
  {
    seed,
    encoder,
    features = STACK_FEATURES,
  }: Omit<AudienceFitOptions, 'catalogue'> & { encoder: TitleEncoder },
): AudienceModel {
  const { titles } = data;
  const options = { seed, encoder, features };
  const forward = titles.length < LEAST_TITLES ? [] : forwardForecasts(data, options);
  checkEnough(titles.length, forward.length);
  const calibration = calibrate(forward);
  const calibrated = (logits: readonly number[]): number[] =>
    logits.map((value) => linear(calibration, [value]));
  const weeks = titles.map(({ firstWeek }) => firstWeek).sort();
  return {
    version: versionOf(data, [seed, features, encoder.synopsis.terms.length, encoder.facts.terms.length]),
    fit: {
      ...{ seed, titleCount: titles.length, forwardCount: forward.length },
      cellCount: titles.reduce((sum, title) => sum + seenMarkets(title).length, 0),
      ...{ from: weeks[0], until: weeks[weeks.length - 1] },
    },
    ...{ encoder, core: fitCore(data, options), calibration },
    bounds: coldBounds(forward, ({ logits }) => calibrated(logits)),
    blindBounds: coldBounds(forward, ({ blindLogits }) => calibrated(blindLogits)),
    ...fitUpdates(forward, { calibration, seed }),
  };
}
