import type { PicturePoint } from '@keyart/contracts';
import type { OklabPixels } from '../pixels/oklab';

/** Times the mean: weaker saliency is ground, and a lot of it would pull every centroid to the middle. */
const FIGURE_ABOVE_MEAN = 1.5;
/** Rounding and grain of a flat picture. */
const LEAST_SALIENCY = 0.01;

/**
 * Centre of mass of what stands out from the mean of a saliency map.
 * @param map `[heightPx · widthPx]`
 * @returns the middle where nothing stands out
 */
export function saliencyCentroid(map: Float32Array, { widthPx, heightPx }: OklabPixels): PicturePoint {
  const mean = map.reduce((sum, value) => sum + value, 0) / map.length;
  const threshold = Math.max(LEAST_SALIENCY, FIGURE_ABOVE_MEAN * mean);
  let [mass, x, y] = [0, 0, 0];
  map.forEach((value, at) => {
    if (value <= threshold) return;
    mass += value;
    x += value * ((at % widthPx) + 0.5);
    y += value * (Math.floor(at / widthPx) + 0.5);
  });
  return mass === 0 ? { x: 0.5, y: 0.5 } : { x: x / mass / widthPx, y: y / mass / heightPx };
}
