import { startRegression, type Regression } from '../baseline/recursive-regression';
import { TERM_COUNT } from '../baseline/bucket-terms';
import type { Measure } from '../measures/measure';

/** A bucket as it was learnt. */
export interface LearntBucket {
  readonly startAtMs: number;
  readonly ageDays: number | null;
  /** On the scale of the measure. */
  readonly value: number;
  readonly weight: number;
}

/** The newest bucket, which late reviews may still change. */
export interface OpenBucket {
  readonly startAtMs: number;
  readonly ageDays: number | null;
  /** Natural. */
  readonly value: number;
  readonly count: number;
}

/** All that is known from the buckets before the newest. */
export interface Settled {
  readonly current: Regression;
  /** The fit before the recent buckets. */
  readonly anchor: Regression;
  /** Oldest first, at most `RECENT_COUNT`. */
  readonly recent: readonly LearntBucket[];
  /** The two sides of the CUSUM, ≥ 0, standard deviations. */
  readonly up: number;
  readonly down: number;
  readonly ewma: number;
  /** Buckets with a score since the start or the last shift. */
  readonly scoreCount: number;
}

/** The state of a stream's detector: plain JSON, whole after `JSON.stringify` and `parseDetectorState`. */
export interface DetectorState {
  readonly schema: 'shift-detector/1';
  readonly measure: Measure;
  /** Engine that read the reviews so far; null: none yet, or none has a part in it. */
  readonly engineVersion: string | null;
  readonly settled: Settled;
  readonly open: OpenBucket | null;
}

/** Buckets among which the onset of a shift is looked for: a threshold of 8 finds 1 σ in 17, and 0.5 σ in 60. */
export const RECENT_COUNT = 64;

/** A stream before its first bucket. */
export function startDetector(measure: Measure): DetectorState {
  const nothing = startRegression(TERM_COUNT);
  return {
    ...{ schema: 'shift-detector/1', measure, engineVersion: null, open: null },
    settled: { current: nothing, anchor: nothing, recent: [], up: 0, down: 0, ewma: 0, scoreCount: 0 },
  };
}
