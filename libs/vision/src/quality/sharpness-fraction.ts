import type { RawPixels } from '../decoded-picture';
import { innerTiles, type Tile } from '../pixels/tiles';

const TILE_PX = 32;
/** A portrait with a blurred background is sharp: the sharpest parts count. */
const SHARPEST_FRACTION = 0.05;
/** What an edge between two pixels has; the median fixture picture has 1.9. */
const SHARP_RATIO = 2;
/** Squared weights of the Laplacian (16 + 4) and of two differences (2 + 2): what noise of variance 1 adds to either energy. */
const LAPLACIAN_NOISE_GAIN = 20;
const GRADIENT_NOISE_GAIN = 4;
/** Below it an edge is not told from noise, and the sharpest parts would be the noisiest. */
const LEAST_EDGE_TO_NOISE = 2;

/** Mean squares in a tile, less what noise adds. */
interface EdgeEnergy {
  readonly curvature: number;
  readonly slope: number;
}

/**
 * How sharp the sharpest parts are: variance of the Laplacian by variance of the gradient, both less what noise adds, over the
 * twentieth of tiles with the most of the former, against what hard edges have. The ratio is free of contrast: an edge blurred
 * by σ > 1 pixels has 1 / (2σ²) whatever its height. On the fixture pictures the median is .95 (a twentieth lies below .42); on
 * the same pictures enlarged twofold .37, threefold .20, blurred by σ = 2 px about .1.
 * @param luma one channel
 * @param noise its noise in levels
 * @returns in [0, 1]; 0 where no edge stands out from the noise
 * @see Pertuz et al., Analysis of focus measure operators, Pattern Recognition 46(5), 2013 (LAP4, gradient energy)
 */
export function sharpnessFraction(luma: RawPixels, noise: number): number {
  const noiseEnergy = GRADIENT_NOISE_GAIN * noise ** 2;
  const edges = innerTiles(luma, TILE_PX)
    .map((tile) => tileEnergy(luma, tile, noise))
    .filter(({ slope }) => slope > 0 && slope >= LEAST_EDGE_TO_NOISE * noiseEnergy)
    .sort((a, b) => b.curvature - a.curvature);
  const sharpest = edges.slice(0, Math.ceil(edges.length * SHARPEST_FRACTION));
  const slope = sharpest.reduce((sum, tile) => sum + tile.slope, 0);
  if (slope === 0) return 0;
  const curvature = sharpest.reduce((sum, tile) => sum + tile.curvature, 0);
  return Math.min(1, Math.max(0, curvature / slope / SHARP_RATIO));
}

function tileEnergy({ widthPx, data }: RawPixels, tile: Tile, noise: number): EdgeEnergy {
  let laplacian = 0;
  let gradient = 0;
  for (let y = tile.top; y < tile.bottom; y++) {
    const end = y * widthPx + tile.right;
    let before = data[y * widthPx + tile.left - 1];
    let here = data[y * widthPx + tile.left];
    for (let at = y * widthPx + tile.left; at < end; at++) {
      const after = data[at + 1];
      const below = data[at + widthPx];
      const curve = before + after + below + data[at - widthPx] - 4 * here;
      laplacian += curve * curve;
      gradient += (after - here) * (after - here) + (below - here) * (below - here);
      before = here;
      here = after;
    }
  }
  const count = (tile.right - tile.left) * (tile.bottom - tile.top);
  return {
    curvature: laplacian / count - LAPLACIAN_NOISE_GAIN * noise ** 2,
    slope: gradient / count - GRADIENT_NOISE_GAIN * noise ** 2,
  };
}
