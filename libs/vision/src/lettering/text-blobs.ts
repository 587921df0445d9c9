import type { ProbabilityMap } from './probability-map';

/** Pixels that hang together, also by their corners. */
export interface TextBlob {
  readonly pixelCount: number;
  /** Mean over its pixels, in [0, 1]. */
  readonly meanProbability: number;
  /** Inclusive. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** For each row from the top, its leftmost and rightmost pixel. */
  readonly rowEnds: readonly (readonly [left: number, right: number])[];
}

/** As in the paper. */
const LEAST_PROBABILITY = 0.3;

/**
 * The blobs of a map above the threshold.
 * @see Liao et al., Real-time Scene Text Detection with Differentiable Binarization, AAAI 2020
 */
export function textBlobs(map: ProbabilityMap): TextBlob[] {
  const isSeen = new Uint8Array(map.data.length);
  const blobs: TextBlob[] = [];
  for (let i = 0; i < isSeen.length; i++) {
    if (isSeen[i] || map.data[i] < LEAST_PROBABILITY) continue;
    blobs.push(describeBlob(floodFrom(i, map, isSeen), map));
  }
  return blobs;
}

/** Indices of all pixels that hang together with the first; marks them. */
function floodFrom(first: number, { width, height, data }: ProbabilityMap, isSeen: Uint8Array): number[] {
  const pixels = [first];
  isSeen[first] = 1;
  for (let next = 0; next < pixels.length; next++) {
    const x = pixels[next] % width;
    const y = (pixels[next] - x) / width;
    for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
      for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
        const i = row * width + column;
        if (isSeen[i] || data[i] < LEAST_PROBABILITY) continue;
        isSeen[i] = 1;
        pixels.push(i);
      }
    }
  }
  return pixels;
}

function describeBlob(pixels: readonly number[], { width, data }: ProbabilityMap): TextBlob {
  const ends = new Map<number, [left: number, right: number]>();
  let probability = 0;
  for (const pixel of pixels) {
    const x = pixel % width;
    const row = (pixel - x) / width;
    const [left, right] = ends.get(row) ?? [x, x];
    ends.set(row, [Math.min(left, x), Math.max(right, x)]);
    probability += data[pixel];
  }
  const rows = [...ends.keys()].sort((one, other) => one - other);
  const rowEnds = rows.map((row) => ends.get(row)!);
  return {
    pixelCount: pixels.length,
    meanProbability: probability / pixels.length,
    left: Math.min(...rowEnds.map(([left]) => left)),
    right: Math.max(...rowEnds.map(([, right]) => right)),
    top: rows[0],
    bottom: rows[rows.length - 1],
    rowEnds,
  };
}
