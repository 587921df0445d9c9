import type { VideoFrame } from '@keyart/contracts';
import { frameLikeness } from './frame-likeness';
import { areNearDuplicates } from './near-duplicate';

/** How many, and how much variety counts. */
export interface RankOptions {
  /** Default 12. */
  readonly topCount?: number;
  /** Weight of a frame's worth against its likeness to those before it, in [0, 1]; default .7. */
  readonly worthWeight?: number;
}

/** Frames that are ranked unless told otherwise. */
export const DEFAULT_TOP_COUNT = 12;
const DEFAULT_WORTH_WEIGHT = 0.7;

/**
 * Marks frames that show the same as a worthier one, and ranks the best of the others by maximal marginal relevance: next is always
 * the frame whose worth (quality × representativeness × engagement) least repeats what was chosen. Pure, so that a stored analysis is
 * ranked anew when its scenes' engagement is known better.
 * @param frames with parts and faults; ranks and `duplicate` faults they have are replaced
 * @returns the same frames in the same order
 * @see Carbonell & Goldstein, The use of MMR, SIGIR 1998
 */
export function rankFrames(frames: readonly VideoFrame[], options: RankOptions = {}): VideoFrame[] {
  const { topCount = DEFAULT_TOP_COUNT, worthWeight = DEFAULT_WORTH_WEIGHT } = options;
  const marked = markDuplicates(frames);
  const left = new Set(marked.filter(({ faults }) => faults.length === 0));
  const most = Math.max(...[...left].map(frameWorth), Number.MIN_VALUE);
  const chosen: VideoFrame[] = [];
  const marginOf = (frame: VideoFrame): number => {
    const repeated = Math.max(0, ...chosen.map((other) => frameLikeness(frame, other)));
    return (worthWeight * frameWorth(frame)) / most - (1 - worthWeight) * repeated;
  };
  while (chosen.length < topCount && left.size > 0) {
    const next = [...left].reduce((best, frame) => (marginOf(frame) > marginOf(best) ? frame : best));
    left.delete(next);
    chosen.push(next);
  }
  return marked.map((frame) => ({ ...frame, rank: chosen.indexOf(frame) + 1 || null }));
}

/** What a frame is worth by itself, in [0, 1.5]: how typical it is counts half, an engagement of .5 leaves it as it is. */
export function frameWorth({ parts }: Pick<VideoFrame, 'parts'>): number {
  return parts.quality * (0.5 + 0.5 * parts.representativeness) * (0.5 + parts.engagement);
}

function markDuplicates(frames: readonly VideoFrame[]): VideoFrame[] {
  const fresh = frames.map((frame) => ({
    ...frame,
    rank: null,
    faults: frame.faults.filter((fault) => fault !== 'duplicate'),
  }));
  const kept: VideoFrame[] = [];
  const duplicates = new Set<VideoFrame>();
  for (const frame of fresh.filter(({ faults }) => faults.length === 0).sort(byWorth)) {
    if (kept.some((other) => areNearDuplicates(frame, other))) duplicates.add(frame);
    else kept.push(frame);
  }
  return fresh.map((frame) =>
    duplicates.has(frame) ? { ...frame, faults: [...frame.faults, 'duplicate'] } : frame,
  );
}

function byWorth(one: VideoFrame, other: VideoFrame): number {
  return frameWorth(other) - frameWorth(one) || one.frame - other.frame;
}
