import { betaMoments, betaQuantile } from '@keyart/evaluation';
import type { FrozenBatch, FrozenCreative } from '../policy/frozen-batch';
import type { ResponseTable } from '../posterior/response-count';

/** Cells of fewer people are not shown: what few people do says who they are. */
export const FEWEST_VIEWERS = 50;
/** A creative is said to lead its segment from here on. */
export const LEADING_PROBABILITY = 0.95;

/** A creative in a segment. */
export interface CreativeResult {
  readonly artworkId: string;
  readonly impressionCount: number;
  readonly takeCount: number;
  /** Posterior mean with 95% credible interval: the middle of what is believed. */
  readonly rate: number;
  readonly interval: readonly [number, number];
  /** To be the best of its segment. */
  readonly bestProbability: number;
}

/** A segment's part of the report. */
export type SegmentResult =
  | { readonly name: string; readonly kind: 'hidden'; readonly reason: string }
  | {
      readonly name: string;
      readonly kind: 'shown';
      readonly viewerCount: number;
      readonly creatives: readonly CreativeResult[];
      /** The creative that is the best with `LEADING_PROBABILITY`; null: none yet. */
      readonly leader: string | null;
    };

/** What the segments' results are made of. */
export interface SegmentQuestion {
  /** Frozen from the counts as they are. */
  readonly batch: FrozenBatch;
  /** In the campaign's order; counts are aligned with them. */
  readonly artworkIds: readonly string[];
  /** `[S][K]`, of the campaign's arm. */
  readonly counts: ResponseTable;
  /** `[S]` */
  readonly viewerCounts: readonly number[];
}

/** What each segment takes of each creative; segments of fewer than `FEWEST_VIEWERS` viewers are hidden. */
export function segmentResults({
  batch,
  artworkIds,
  counts,
  viewerCounts,
}: SegmentQuestion): SegmentResult[] {
  return batch.segments.map(({ name, creatives }, s) => {
    const viewerCount = viewerCounts[s];
    if (!(viewerCount >= FEWEST_VIEWERS))
      return { name, kind: 'hidden', reason: `fewer than ${FEWEST_VIEWERS} viewers` };
    const results = creatives.map((creative) => {
      const { impressionCount, takeCount } = counts[s][artworkIds.indexOf(creative.artworkId)];
      return { ...resultOf(creative), impressionCount, takeCount };
    });
    const leader = results.find(({ bestProbability }) => bestProbability >= LEADING_PROBABILITY);
    return { name, kind: 'shown', viewerCount, creatives: results, leader: leader?.artworkId ?? null };
  });
}

function resultOf({ artworkId, posterior, bestProbability }: FrozenCreative) {
  const { mean: rate } = betaMoments(posterior);
  const interval = [betaQuantile(posterior, 0.025), betaQuantile(posterior, 0.975)] as const;
  return { artworkId, rate, interval, bestProbability };
}
