import { bucketTerms } from '../baseline/bucket-terms';
import { forecastRow, learnRow } from '../baseline/recursive-regression';
import { believable, standardScore } from '../baseline/standard-score';
import { CUSUM_REFERENCE } from '../design/cusum-run-length';
import { EWMA_WEIGHT } from '../design/ewma-run-length';
import type { MeasureScale } from '../measures/measure-scale';
import { RECENT_COUNT, type LearntBucket, type OpenBucket, type Settled } from './detector-state';

/** A bucket scored by what was known before it, and all that is known with it. */
export interface SettledBucket {
  readonly settled: Settled;
  /** Standard normal while nothing changes; null: too few reviews in it, or too little known. */
  readonly score: number | null;
}

function withRecent(settled: Settled, learnt: LearntBucket): Pick<Settled, 'anchor' | 'recent'> {
  const recent = [...settled.recent, learnt];
  if (recent.length <= RECENT_COUNT) return { anchor: settled.anchor, recent };
  const [{ startAtMs, ageDays, value, weight }] = recent;
  const terms = bucketTerms(startAtMs, ageDays);
  return { anchor: learnRow(settled.anchor, { terms, value, weight }), recent: recent.slice(1) };
}

function charts(
  { up, down, ewma, scoreCount }: Settled,
  score: number,
): Omit<Settled, 'current' | 'anchor' | 'recent'> {
  return {
    up: Math.max(0, up + score - CUSUM_REFERENCE),
    down: Math.max(0, down - score - CUSUM_REFERENCE),
    ewma: ewma + EWMA_WEIGHT * (score - ewma),
    scoreCount: scoreCount + 1,
  };
}

/** The bucket as it is learnt by a fit that knows the buckets before it. */
export function readBucket(settled: Settled, scale: MeasureScale, bucket: OpenBucket): LearntBucket {
  const { startAtMs, ageDays, count } = bucket;
  const foreseen = forecastRow(settled.current, { terms: bucketTerms(startAtMs, ageDays), weight: 1 });
  const weight = scale.weight(count, foreseen.isKnown ? foreseen.mean : null);
  return { startAtMs, ageDays, value: scale.forward(bucket.value, count), weight };
}

/** Scores a bucket and learns it. A bucket of too few reviews changes nothing. */
export function settleBucket(settled: Settled, scale: MeasureScale, bucket: OpenBucket): SettledBucket {
  if (bucket.count < scale.leastCount) return { settled, score: null };
  const learnt = readBucket(settled, scale, bucket);
  const terms = bucketTerms(learnt.startAtMs, learnt.ageDays);
  const { value, weight } = learnt;
  const { current } = settled;
  const forecast = forecastRow(current, { terms, weight });
  const seen = { forecast, value, leastVariance: scale.leastVariance };
  const score = standardScore(current, seen);
  return {
    score,
    settled: {
      ...settled,
      ...withRecent(settled, learnt),
      current: learnRow(current, { terms, value: believable(current, seen), weight }),
      ...(score === null ? {} : charts(settled, score)),
    },
  };
}
