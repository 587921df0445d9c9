import { InputError } from '@keyart/common';
import { studentQuantile } from '@keyart/evaluation';
import { bucketTerms } from '../baseline/bucket-terms';
import { learnRow, type Regression } from '../baseline/recursive-regression';
import { varianceOf } from '../baseline/standard-score';
import type { DetectorState, LearntBucket, Settled } from '../detector/detector-state';
import { readBucket } from '../detector/settle-bucket';
import { SHIFT_ERROR_CODES } from '../errors';
import { scaleOf, type MeasureScale } from '../measures/measure-scale';
import { dateOnset } from './date-onset';
import { lastChange } from './run-lengths';
import { afterStep, fitStep } from './step-fit';

/** A level that changed, on the natural scale of the measure. */
export interface Shift {
  /** Start of the first bucket after it, and of those that it lies between with 90%. */
  readonly onset: { readonly at: Date; readonly earliestAt: Date; readonly latestAt: Date };
  /** What is usual without and with the shift on a day like the newest. */
  readonly before: number;
  readonly after: number;
  /** After less before, 95%. */
  readonly size: { readonly value: number; readonly low: number; readonly high: number };
  /** Buckets since the onset. */
  readonly bucketCount: number;
}

const CONFIDENCE = 0.95;

function bucketsOf({ measure, settled, open }: DetectorState): LearntBucket[] {
  const scale = scaleOf(measure);
  const isRead = open !== null && open.count >= scale.leastCount;
  return isRead ? [...settled.recent, readBucket(settled, scale, open)] : [...settled.recent];
}

function sizeOf(
  fit: Regression,
  newest: LearntBucket,
  scale: MeasureScale,
): Pick<Shift, 'before' | 'after' | 'size'> {
  const p = fit.coefficients.length - 1;
  const terms = bucketTerms(newest.startAtMs, newest.ageDays);
  const base = terms.reduce((sum, term, i) => sum + term * fit.coefficients[i], 0);
  const variance = varianceOf(fit, scale.leastVariance) * fit.covariance[p * (p + 1) + p];
  const half =
    studentQuantile((1 + CONFIDENCE) / 2, Math.max(1, fit.freedom)) * Math.sqrt(Math.max(0, variance));
  const step = fit.coefficients[p];
  const [before, after, low, high] = [0, step, step - half, step + half].map((by) => scale.back(base + by));
  return { before, after, size: { value: after - before, low: low - before, high: high - before } };
}

/**
 * What shift a stream in alarm has gone through: its onset by Bayesian online change-point detection over the recent buckets, its size by a
 * regression with a step there. The interval of the size takes the onset as known.
 * @param state after the alarm
 * @throws InputError `BAD_DETECTOR_STATE` for a stream without buckets
 */
export function locateShift(state: DetectorState): Shift {
  const buckets = bucketsOf(state);
  const scale = scaleOf(state.measure);
  const { anchor } = state.settled;
  if (buckets.length === 0)
    throw new InputError(SHIFT_ERROR_CODES.badState, 'detector state: no recent buckets');
  const overall = buckets.reduce(
    (fit, { startAtMs, ageDays, value, weight }) =>
      learnRow(fit, { terms: bucketTerms(startAtMs, ageDays), value, weight }),
    anchor,
  );
  const options = { overall, leastVariance: scale.leastVariance };
  const onset = dateOnset(lastChange(anchor, buckets, options));
  const atOf = (place: number): Date => new Date(buckets[place].startAtMs);
  const fit = fitStep(anchor, buckets, buckets[onset.place].startAtMs);
  return {
    onset: { at: atOf(onset.place), earliestAt: atOf(onset.earliest), latestAt: atOf(onset.latest) },
    ...sizeOf(fit, buckets[buckets.length - 1], scale),
    bucketCount: buckets.length - onset.place,
  };
}

/**
 * The state that takes the level after a shift for its baseline; weekdays, age and spread are kept. The charts start anew, and no later onset
 * is looked for before the shift.
 * @param onsetAt of `locateShift` on the same state
 */
export function acceptShift(state: DetectorState, onsetAt: Date): DetectorState {
  const { anchor, recent } = state.settled;
  const current = afterStep(fitStep(anchor, recent, onsetAt.getTime()));
  const settled: Settled = { current, anchor: current, recent: [], up: 0, down: 0, ewma: 0, scoreCount: 0 };
  return { ...state, settled };
}
