import type { RawPixels } from '../decoded-picture';

/** Red, green and blue, clipped to [0, 255]. */
export type Paint = (x: number, y: number) => readonly [red: number, green: number, blue: number];

/** For tests: three channels, pixel by pixel. */
export function paintRgb(widthPx: number, heightPx: number, colourAt: Paint): RawPixels {
  const data = new Uint8ClampedArray(widthPx * heightPx * 3);
  for (let i = 0; i < widthPx * heightPx; i++) {
    data.set(colourAt(i % widthPx, Math.floor(i / widthPx)), i * 3);
  }
  return { widthPx, heightPx, channelCount: 3, data: new Uint8Array(data.buffer) };
}
