import type { VideoFrame } from '@keyart/contracts';
import { rankFrames } from '../choice/rank-frames';
import type { VideoEngagement } from './video-engagement';

const UNKNOWN_LEVEL = 0.5;

/** The frames ranked anew by how much their shots engage viewers; without enough data as if all engaged alike. */
export function engagedFrames(
  frames: readonly VideoFrame[],
  engagement: Pick<VideoEngagement, 'shots'>,
): VideoFrame[] {
  const levels = new Map(engagement.shots.map(({ shot, level }) => [shot, level]));
  return rankFrames(
    frames.map((frame) => ({
      ...frame,
      parts: { ...frame.parts, engagement: levels.get(frame.shot) ?? UNKNOWN_LEVEL },
    })),
  );
}
