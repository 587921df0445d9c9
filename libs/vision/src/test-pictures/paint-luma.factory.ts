import type { RawPixels } from '../decoded-picture';

/** For tests: one channel, level by level; rounded and clipped to 8 bits. */
export function paintLuma(
  widthPx: number,
  heightPx: number,
  levelAt: (x: number, y: number) => number,
): RawPixels {
  const data = new Uint8ClampedArray(widthPx * heightPx);
  for (let i = 0; i < data.length; i++) data[i] = levelAt(i % widthPx, Math.floor(i / widthPx));
  return { widthPx, heightPx, channelCount: 1, data: new Uint8Array(data.buffer) };
}
