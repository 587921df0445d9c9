import { bucketTerms, LEVEL_TERM } from '../baseline/bucket-terms';
import { DIFFUSE_VARIANCE, learnRow, type Regression } from '../baseline/recursive-regression';
import type { LearntBucket } from '../detector/detector-state';

/** The fit with one more term, of which nothing is known: 1 from the onset on. */
function withStep(fit: Regression): Regression {
  const p = fit.coefficients.length;
  const covariance: number[] = [];
  for (let i = 0; i <= p; i++)
    for (let j = 0; j <= p; j++)
      covariance.push(i < p && j < p ? fit.covariance[i * p + j] : i === j ? DIFFUSE_VARIANCE : 0);
  return { ...fit, coefficients: [...fit.coefficients, 0], covariance };
}

/** A fit of level, weekdays, age and a step at the onset, `[p + 1]`. */
export function fitStep(anchor: Regression, buckets: readonly LearntBucket[], onsetAtMs: number): Regression {
  return buckets.reduce((fit, { startAtMs, ageDays, value, weight }) => {
    const terms = [...bucketTerms(startAtMs, ageDays), startAtMs >= onsetAtMs ? 1 : 0];
    return learnRow(fit, { terms, value, weight });
  }, withStep(anchor));
}

/** The fit `[p]` that holds after the step: the level takes it in, b′ = T b and C′ = T C T′. */
export function afterStep(fit: Regression): Regression {
  const n = fit.coefficients.length;
  const p = n - 1;
  const coefficients = fit.coefficients.slice(0, p);
  coefficients[LEVEL_TERM] += fit.coefficients[p];
  const at = (i: number, j: number): number => fit.covariance[i * n + j];
  const covariance: number[] = [];
  for (let i = 0; i < p; i++)
    for (let j = 0; j < p; j++) {
      let sum = at(i, j);
      if (i === LEVEL_TERM) sum += at(p, j);
      if (j === LEVEL_TERM) sum += at(i, p);
      if (i === LEVEL_TERM && j === LEVEL_TERM) sum += at(p, p);
      covariance.push(sum);
    }
  return { ...fit, coefficients, covariance };
}
