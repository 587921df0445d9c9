import { encodeTitles, type TitleEncoder } from '@keyart/similarity';
import type { AudienceCore } from './audience-core';
import type { AudienceData, AudienceTitle } from './audience-title';
import { countMarkets } from './count-markets';
import { fitLogistic, linear } from './fit-logistic';
import type { NearDonor } from './nearest-donors';
import { stackRows } from './stack-features';
import type { StackFeature } from './stack-feature';

/** What a stack is fitted with. */
export interface CoreOptions {
  readonly encoder: TitleEncoder;
  readonly features: readonly StackFeature[];
  readonly seed: string;
}

/** A title's log odds by country, before calibration, and the titles that they lean on. */
export interface RawForecast {
  /** `[countries]` */
  readonly logits: readonly number[];
  readonly donors: readonly NearDonor[];
}

const RIDGE = 20;

/** Fits the stack on launches; each title's features are counted without it. */
export function fitCore(data: AudienceData, { encoder, features, seed }: CoreOptions): AudienceCore {
  const vectors = encodeTitles(encoder, data.titles);
  const counts = countMarkets(data, vectors, seed);
  const cells: number[][] = [];
  const outcomes: number[] = [];
  data.titles.forEach((title, own) => {
    const vector = vectors.values.subarray(own * vectors.width, (own + 1) * vectors.width);
    const { rows } = stackRows({ title, vector, own }, counts, features);
    title.markets.forEach((outcome, j) => {
      if (outcome < 0) return;
      cells.push(rows[j]);
      outcomes.push(outcome);
    });
  });
  return { counts, features, weights: fitLogistic({ features: cells, outcomes }, RIDGE) };
}

/** The stack's log odds of titles it was not fitted on. */
export function rawForecasts(
  titles: readonly AudienceTitle[],
  { counts, features, weights }: AudienceCore,
  encoder: TitleEncoder,
): RawForecast[] {
  const vectors = encodeTitles(encoder, titles);
  return titles.map((title, i) => {
    const vector = vectors.values.subarray(i * vectors.width, (i + 1) * vectors.width);
    const { rows, donors } = stackRows({ title, vector, own: -1 }, counts, features);
    return { logits: rows.map((row) => linear(weights, row)), donors };
  });
}
