import type { LogColumns, PolicyColumns } from '../log/log-columns';

/** Decisions that a log could have held: one a member, summed by term. */
export interface ExtremeSums {
  readonly count: number;
  /** `[count]`, by the key of the sum. */
  readonly sums: ReadonlyMap<string, Float64Array>;
}

/** A log of few rows with what policies would have done in them. */
export interface ExtremeRows {
  readonly log: LogColumns;
  readonly policies: readonly PolicyColumns[];
}

/**
 * The row with the heaviest weight of each policy, once with the least and once with the largest reward of the log, every row a member. Of
 * rows with equal weights that with the largest predictions, so that the order of rows does not matter.
 */
export function extremeRows(log: LogColumns, policies: readonly PolicyColumns[]): ExtremeRows {
  const heaviest = policies.map((policy) => heaviestRow(log, policy));
  const places = heaviest.flatMap((i) => [i, i]);
  const least = log.reward.reduce((one, other) => Math.min(one, other), Infinity);
  const largest = log.reward.reduce((one, other) => Math.max(one, other), -Infinity);
  const pick = (column: Float64Array): Float64Array => Float64Array.from(places, (i) => column[i]);
  const pickIf = (column: Float64Array | null): Float64Array | null => column && pick(column);
  return {
    log: {
      ...{ rowCount: places.length, clusterCount: places.length, cluster: Int32Array.from(places.keys()) },
      reward: Float64Array.from(places, (_, k) => (k % 2 === 0 ? least : largest)),
      propensity: pick(log.propensity),
      candidateCount: pickIf(log.candidateCount),
      prediction: pickIf(log.prediction),
    },
    policies: policies.map(({ weight, expectedPrediction, facetWeight }) => ({
      weight: pick(weight),
      expectedPrediction: pickIf(expectedPrediction),
      facetWeight: pickIf(facetWeight),
    })),
  };
}

function heaviestRow(log: LogColumns, { weight, expectedPrediction }: PolicyColumns): number {
  let best = 0;
  for (let i = 1; i < log.rowCount; i++) {
    const gap =
      weight[i] - weight[best] ||
      gapOf(log.prediction, i, best) ||
      gapOf(expectedPrediction, i, best) ||
      log.propensity[i] - log.propensity[best];
    if (gap > 0) best = i;
  }
  return best;
}

function gapOf(column: Float64Array | null, i: number, j: number): number {
  return column ? column[i] - column[j] : 0;
}
