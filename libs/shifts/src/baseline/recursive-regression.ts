/** A weighted least-squares fit that takes one observation after the other; plain numbers, so that it can be stored as JSON. */
export interface Regression {
  /** `[p]`. */
  readonly coefficients: readonly number[];
  /** Covariance of the coefficients in units of σ², row by row, `[p · p]`. */
  readonly covariance: readonly number[];
  /** Observations beyond those that a coefficient was used up for. */
  readonly freedom: number;
  /** Σ of squared recursive residuals; over `freedom` it estimates σ². */
  readonly residualSquares: number;
}

/** An observation with variance σ²/weight. */
export interface RegressionRow {
  /** `[p]`. */
  readonly terms: readonly number[];
  readonly value: number;
  /** Above 0. */
  readonly weight: number;
}

/** What a fit says of a row that it has not seen. */
export interface Forecast {
  readonly mean: number;
  /** Variance of the row around the mean in units of σ²: 1/weight + x′ C x. */
  readonly variance: number;
  /** false: the row has a term that no row so far says anything of; the mean is then meaningless. */
  readonly isKnown: boolean;
}

/** Prior variance of a coefficient that nothing is known of, in units of σ²: far beyond any that matters. */
export const DIFFUSE_VARIANCE = 1e9;
/** A forecast this many times less certain than the row itself says nothing. Depends on the terms only, so that leaving it out biases no residual. */
const MOST_LEVERAGE = 50;

/** A fit before its first row. @param termCount p, ≥ 1 */
export function startRegression(termCount: number): Regression {
  const covariance = new Array<number>(termCount * termCount).fill(0);
  for (let i = 0; i < termCount; i++) covariance[i * termCount + i] = DIFFUSE_VARIANCE;
  return {
    ...{ coefficients: new Array<number>(termCount).fill(0), covariance },
    ...{ freedom: 0, residualSquares: 0 },
  };
}

/** C x. */
function spreadOf({ covariance }: Regression, terms: readonly number[]): number[] {
  const p = terms.length;
  return terms.map((_, i) => {
    let sum = 0;
    for (let j = 0; j < p; j++) sum += covariance[i * p + j] * terms[j];
    return sum;
  });
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** What is expected of a row. */
export function forecastRow(fit: Regression, { terms, weight }: Omit<RegressionRow, 'value'>): Forecast {
  const leverage = dot(terms, spreadOf(fit, terms));
  return {
    mean: dot(fit.coefficients, terms),
    variance: 1 / weight + Math.max(0, leverage),
    isKnown: leverage * weight <= MOST_LEVERAGE,
  };
}

/**
 * The fit with one more row. Forecast errors over the square root of their variance are the recursive residuals of Brown, Durbin and Evans (1975),
 * independent and of variance σ² where the model holds. A row that nothing was known of uses up a coefficient instead.
 */
export function learnRow(fit: Regression, row: RegressionRow): Regression {
  const { terms, value } = row;
  const { mean, variance, isKnown } = forecastRow(fit, row);
  const spread = spreadOf(fit, terms);
  const error = value - mean;
  const p = terms.length;
  const covariance = fit.covariance.slice();
  for (let i = 0; i < p; i++)
    for (let j = 0; j <= i; j++) {
      covariance[i * p + j] -= (spread[i] * spread[j]) / variance;
      covariance[j * p + i] = covariance[i * p + j];
    }
  return {
    coefficients: fit.coefficients.map((coefficient, i) => coefficient + (spread[i] * error) / variance),
    covariance,
    freedom: fit.freedom + (isKnown ? 1 : 0),
    residualSquares: fit.residualSquares + (isKnown ? (error * error) / variance : 0),
  };
}
