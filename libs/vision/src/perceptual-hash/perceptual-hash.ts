import type { DecodedPicture } from '../decoded-picture';
import { ANALYSIS_SIZE_PX } from '../pixels/analysis-size';
import { cellMeans } from '../pixels/cell-means';

const GRID = 32;
/** Frequencies 1 to 8 each way: without the mean, which only tells how bright a picture is. */
const FREQUENCY_COUNT = 8;
const DIGIT_COUNT = (FREQUENCY_COUNT * FREQUENCY_COUNT) / 4;
/** Rounding in levels; a flat picture's waves are no more than that. */
const LEAST_WAVE = 1e-6;

/** cos((2x + 1) u π / 2N), u = 1 … 8, `[8][32]`. */
const WAVES = Array.from({ length: FREQUENCY_COUNT }, (_, u) =>
  Float64Array.from({ length: GRID }, (__, x) => Math.cos(((2 * x + 1) * (u + 1) * Math.PI) / (2 * GRID))),
);

/**
 * Which of the 64 lowest waves (discrete cosine transform of a 32 × 32 luma copy) are above their median: outlines that stay when a
 * picture is encoded, scaled, lightened or dimmed anew. Not turned, not mirrored, not cropped by much.
 * @returns 16 hexadecimal digits; compare by `hashDistance`
 * @see Zauner, Implementation and benchmarking of perceptual image hash functions, 2010 (3.2.1, pHash)
 */
export async function perceptualHash(picture: DecodedPicture): Promise<string> {
  const { data, widthPx, heightPx } = await picture.luma(ANALYSIS_SIZE_PX);
  const waves = lowWaves(cellMeans({ values: data, width: widthPx, height: heightPx }, GRID, GRID));
  const sorted = Float64Array.from(waves).sort();
  const median = (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
  return toHex(Array.from(waves, (wave) => wave - median > LEAST_WAVE));
}

/** `[8 · 8]`, by rows of vertical frequency. */
function lowWaves(levels: Float64Array): Float64Array {
  const byRow = WAVES.map((wave) =>
    Float64Array.from({ length: GRID }, (_, y) =>
      wave.reduce((sum, value, x) => sum + value * levels[y * GRID + x], 0),
    ),
  );
  return Float64Array.from(
    WAVES.flatMap((wave) => byRow.map((row) => wave.reduce((sum, value, y) => sum + value * row[y], 0))),
  );
}

function toHex(bits: readonly boolean[]): string {
  return Array.from({ length: DIGIT_COUNT }, (_, digit) =>
    bits
      .slice(4 * digit, 4 * digit + 4)
      .reduce((value, bit) => 2 * value + Number(bit), 0)
      .toString(16),
  ).join('');
}
