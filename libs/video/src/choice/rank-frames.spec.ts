import type { VideoFrame } from '@keyart/contracts';
import { hashDistance } from '@keyart/vision';
import fc from 'fast-check';
import { FRAME_DUPLICATE_DISTANCE } from './near-duplicate';
import { rankFrames } from './rank-frames';

function someFrame(over: Partial<VideoFrame>): VideoFrame {
  return {
    ...{ frame: 0, shot: 0, scene: 0, atMs: 0, positionFraction: 0, faults: [], rank: null },
    parts: { quality: 0.5, representativeness: 1, engagement: 0.5 },
    tone: { lumaFraction: 0.5, warmth: 0, saturationFraction: 0.3 },
    perceptualHash: '0000000000000000',
    ...{ faces: [], crops: [] },
    ...over,
  };
}
const HASHES = ['00000000ffffffff', 'ffffffff00000000', '0f0f0f0f0f0f0f0f', '3333333333333333'];
const parts = (quality: number, engagement = 0.5) => ({ quality, representativeness: 1, engagement });

describe('rankFrames', () => {
  it('puts the worthiest first', () => {
    const frames = [0.4, 0.9, 0.6].map((quality, at) =>
      someFrame({ frame: at, scene: at, parts: parts(quality), perceptualHash: HASHES[at] }),
    );
    expect(rankFrames(frames).map(({ rank }) => rank)).toEqual([3, 1, 2]);
  });

  it('prefers what engages viewers', () => {
    const frames = [0.2, 0.8].map((engagement, at) =>
      someFrame({ frame: at, scene: at, parts: parts(0.5, engagement), perceptualHash: HASHES[at] }),
    );
    expect(rankFrames(frames).map(({ rank }) => rank)).toEqual([2, 1]);
  });

  it('covers another scene before a better frame of the same one', () => {
    const frames = [
      someFrame({ frame: 0, scene: 0, parts: parts(0.9), perceptualHash: '00000000ffffffff' }),
      someFrame({ frame: 1, scene: 0, parts: parts(0.85), perceptualHash: '0000f0f0ffff0f0f' }),
      someFrame({
        ...{ frame: 2, scene: 1, parts: parts(0.8), perceptualHash: HASHES[1] },
        tone: { lumaFraction: 0.2, warmth: -0.4, saturationFraction: 0.6 },
      }),
    ];
    expect(rankFrames(frames).map(({ rank }) => rank)).toEqual([1, 3, 2]);
  });

  it('never ranks frames with faults, nor two that show the same', () => {
    const frame = fc.record({
      hash: fc.constantFrom(...HASHES, '00000000fffffffe', '0f0f0f0f0f0f0f00'),
      quality: fc.double({ min: 0, max: 1, noNaN: true }),
      isDark: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 20 }), (made) => {
        const frames = made.map(({ hash, quality, isDark }, at) =>
          someFrame({
            frame: at,
            perceptualHash: hash,
            parts: parts(quality),
            faults: isDark ? ['dark'] : [],
          }),
        );
        const ranked = rankFrames(frames, { topCount: 4 }).filter(({ rank }) => rank !== null);
        expect(ranked.every(({ faults }) => faults.length === 0)).toBe(true);
        expect(ranked.map(({ rank }) => Number(rank)).sort((a, b) => a - b)).toEqual(
          ranked.map((_, at) => at + 1),
        );
        for (const [at, one] of ranked.entries())
          for (const other of ranked.slice(at + 1))
            expect(hashDistance(one.perceptualHash, other.perceptualHash)).toBeGreaterThan(
              FRAME_DUPLICATE_DISTANCE,
            );
      }),
    );
  });

  it('ranks a ranked list anew as it was', () => {
    const frames = HASHES.map((perceptualHash, at) =>
      someFrame({ frame: at, perceptualHash, parts: parts(at / 4) }),
    );
    expect(rankFrames(rankFrames(frames))).toEqual(rankFrames(frames));
  });
});
