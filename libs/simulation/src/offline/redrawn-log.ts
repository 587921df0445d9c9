import { createRandom } from '@keyart/common';
import type { LogColumns, PolicyColumns } from '@keyart/evaluation';
import type { WorldPair } from '../report/held-out-pairs';

/** Viewers before titles, and how likely each picture is taken. */
export interface RedrawnCases {
  readonly pairs: readonly WorldPair[];
  /** Per pair, `[K]`. */
  readonly takes: readonly Float64Array[];
}

/** A uniform log over the same pairs with pictures and outcomes drawn anew. */
export interface RedrawnLog {
  readonly log: LogColumns;
  /** `[n]`, place of the shown picture. */
  readonly shown: Int32Array;
}

/** Draws a log; equal seeds give equal logs. */
export function redrawLog({ pairs, takes }: RedrawnCases, seed: string): RedrawnLog {
  const random = createRandom(seed);
  const places = new Map<number, number>();
  for (const { viewer } of pairs) if (!places.has(viewer)) places.set(viewer, places.size);
  const shown = Int32Array.from(takes, ({ length }) => Math.floor(random.next() * length));
  const reward = Float64Array.from(takes, (own, i) => Number(random.next() < own[shown[i]]));
  const log: LogColumns = {
    ...{ rowCount: pairs.length, clusterCount: places.size, reward, prediction: null },
    cluster: Int32Array.from(pairs, ({ viewer }) => places.get(viewer) ?? 0),
    propensity: Float64Array.from(takes, ({ length }) => 1 / length),
    candidateCount: Float64Array.from(takes, ({ length }) => length),
  };
  return { log, shown };
}

/** A policy on a drawn log, as estimators read it. @param probabilities per pair, `[K]` */
export function policyColumns(
  { log, shown }: RedrawnLog,
  probabilities: readonly Float64Array[],
): PolicyColumns {
  const weight = Float64Array.from(probabilities, (own, i) => own[shown[i]] / log.propensity[i]);
  return { weight, expectedPrediction: null, facetWeight: null };
}
