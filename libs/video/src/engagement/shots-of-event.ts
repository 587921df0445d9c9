import type { PlaybackEvent, ShotPlayback, VideoShot } from '@keyart/contracts';

type Span = Pick<VideoShot, 'shot' | 'fromMs' | 'toMs'>;

const NOTHING = { exposureCount: 0, replayCount: 0, dropOffCount: 0, pauseCount: 0 };
/** A stretch that holds less of a shot has shown another one. */
const SEEN_FRACTION = 0.5;

/**
 * What a playback event adds to the sums of a video's shots. A stretch counts for the shots of which it holds at least half, and for
 * the one it lies in where it is shorter than that; a jump back plays again what lies between.
 * @param shots in order, not overlapping
 * @returns shots it says something of; none: it lies outside of the video
 */
export function shotsOfEvent(event: PlaybackEvent, shots: readonly Span[]): ShotPlayback[] {
  const { kind, fromMs, toMs } = event;
  switch (kind) {
    case 'play':
      return seen(shots, fromMs, toMs).map((shot) => ({ ...NOTHING, shot, exposureCount: 1 }));
    case 'replay':
    case 'seek-back': {
      const [startMs, endMs] = [Math.min(fromMs, toMs), Math.max(fromMs, toMs)];
      return seen(shots, startMs, endMs).map((shot) => ({ ...NOTHING, shot, replayCount: 1 }));
    }
    case 'drop-off':
      return at(shots, fromMs).map((shot) => ({ ...NOTHING, shot, dropOffCount: 1 }));
    case 'pause':
      return at(shots, fromMs).map((shot) => ({ ...NOTHING, shot, pauseCount: 1 }));
  }
}

function seen(shots: readonly Span[], startMs: number, endMs: number): number[] {
  if (endMs <= startMs) return [];
  const half = shots.filter(({ fromMs, toMs }) => {
    const heldMs = Math.min(endMs, toMs) - Math.max(startMs, fromMs);
    return heldMs > 0 && heldMs >= SEEN_FRACTION * (toMs - fromMs);
  });
  return half.length > 0 ? half.map(({ shot }) => shot) : at(shots, (startMs + endMs) / 2);
}

function at(shots: readonly Span[], timeMs: number): number[] {
  const found = shots.find(({ fromMs, toMs }) => fromMs <= timeMs && timeMs < toMs);
  return found ? [found.shot] : [];
}
