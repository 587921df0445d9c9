import type { RawPixels } from '../decoded-picture';

/** How a network wants its pixels: `(level / 255 − mean) / deviation`, channels in the order blue, green, red. */
export interface PlaneScale {
  readonly means: readonly [number, number, number];
  readonly deviations: readonly [number, number, number];
}

/**
 * The pixels as three planes.
 * @param pixels RGB
 * @param stepPx the sides are filled up to multiples of it, right and below, by what is 0 after scaling
 * @returns `data` of shape `[3, heightPx, widthPx]`
 */
export function bgrPlanes(pixels: RawPixels, { means, deviations }: PlaneScale, stepPx: number) {
  const widthPx = Math.ceil(pixels.widthPx / stepPx) * stepPx;
  const heightPx = Math.ceil(pixels.heightPx / stepPx) * stepPx;
  const data = new Float32Array(3 * heightPx * widthPx);
  for (let plane = 0; plane < 3; plane++) {
    const scale = 1 / (255 * deviations[plane]);
    const shift = means[plane] / deviations[plane];
    for (let y = 0; y < pixels.heightPx; y++) {
      const to = (plane * heightPx + y) * widthPx;
      const from = y * pixels.widthPx * 3 + 2 - plane;
      for (let x = 0; x < pixels.widthPx; x++) data[to + x] = pixels.data[from + 3 * x] * scale - shift;
    }
  }
  return { data, widthPx, heightPx };
}
