import type { RawPixels } from '../decoded-picture';
import { innerTiles, type Tile } from '../pixels/tiles';

const TILE_PX = 32;
/** Texture looks like noise to any local measure: the calmest quarter of a picture tells. */
const CALM_QUANTILE = 0.25;
/** Where black and white cut noise off, there is none to measure. */
const CLIPPED_LEVELS = 8;
/** Mean of |N(0, 1)| is √(2/π); the mask's weights have a root of squares of 6. */
const NOISE_PER_MASK = Math.sqrt(Math.PI / 2) / 6;

/**
 * Standard deviation of noise: Immerkær's mask, which is blind to flat areas, slopes and straight edges,
 * `σ = √(π/2) / 6 · mean |luma ∗ (1 -2 1; -2 4 -2; 1 -2 1)|`, on tiles; the lower quartile of tiles that are neither black nor white.
 * @param luma one channel
 * @returns in 8-bit levels, ≥ 0; 0 where nothing can be measured
 * @see Immerkær, Fast Noise Variance Estimation, Computer Vision and Image Understanding 64(2), 1996
 */
export function noiseLevels(luma: RawPixels): number {
  const levels: number[] = [];
  for (const tile of innerTiles(luma, TILE_PX)) {
    const level = tileNoise(luma, tile);
    if (level !== null) levels.push(level);
  }
  levels.sort((a, b) => a - b);
  return levels[Math.floor(levels.length * CALM_QUANTILE)] ?? 0;
}

/** null: clipped. */
function tileNoise({ widthPx, data }: RawPixels, { left, top, right, bottom }: Tile): number | null {
  let response = 0;
  let brightness = 0;
  for (let y = top; y < bottom; y++) {
    // The mask is a second difference down of second differences across; each of those serves three places.
    let before = curveDown(data, y * widthPx + left - 1, widthPx);
    let here = curveDown(data, y * widthPx + left, widthPx);
    for (let at = y * widthPx + left, end = y * widthPx + right; at < end; at++) {
      const after = curveDown(data, at + 1, widthPx);
      response += Math.abs(before - 2 * here + after);
      brightness += data[at];
      before = here;
      here = after;
    }
  }
  const count = (right - left) * (bottom - top);
  const mean = brightness / count;
  const isClipped = mean < CLIPPED_LEVELS || mean > 255 - CLIPPED_LEVELS;
  return isClipped ? null : (NOISE_PER_MASK * response) / count;
}

function curveDown(data: Uint8Array, at: number, widthPx: number): number {
  return data[at - widthPx] - 2 * data[at] + data[at + widthPx];
}
