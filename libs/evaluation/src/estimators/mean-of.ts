import type { Estimator, EstimatorName, EstimatorNeed } from './estimator';
import type { RowTerm } from './row-term';

/** En[Σ terms]: an estimator that is a mean of one number a row. */
export function meanOf(
  name: EstimatorName,
  terms: readonly RowTerm[],
  needs: readonly EstimatorNeed[] = [],
): Estimator {
  const ones = terms.map(() => 1);
  return {
    ...{ name, needs, terms },
    value: (means) => ones.reduce((sum, _, j) => sum + means[j], 0),
    gradient: () => ones,
  };
}
