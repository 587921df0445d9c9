import type { RawPixels } from '@keyart/vision';

/** Of the pixels, within this many levels of one another. */
const GROUND = { levels: 10, leastFraction: 0.7 };
/** Levels between ink and ground. */
const LEAST_INK_STEP = 55;
const INK_FRACTION = { least: 0.004, most: 0.25 };
/** A line of writing goes in and out of ink this often, a shape of one colour twice. */
const LEAST_STROKES = 8;
/** Of the picture's rows: one line of small writing. */
const LEAST_WRITTEN_ROWS = 0.015;

/**
 * Whether a picture is writing on a plain ground: nearly all of it is of one brightness, and what is not goes in and out of it
 * many times a row.
 * @param luma one channel, some 320 px wide
 */
export function isCredits({ widthPx, heightPx, data }: RawPixels): boolean {
  const ground = groundLevel(data);
  if (ground === null) return false;
  let [ink, writtenRows] = [0, 0];
  for (let y = 0; y < heightPx; y++) {
    const { inkCount, strokeCount } = readRow(data.subarray(y * widthPx, (y + 1) * widthPx), ground);
    ink += inkCount;
    if (strokeCount >= LEAST_STROKES) writtenRows++;
  }
  const inkFraction = ink / (widthPx * heightPx);
  const isInked = inkFraction >= INK_FRACTION.least && inkFraction <= INK_FRACTION.most;
  return isInked && writtenRows / heightPx >= LEAST_WRITTEN_ROWS;
}

/** The level that most pixels are near; null: there is no plain ground. */
function groundLevel(data: Uint8Array): number | null {
  const counts = new Float64Array(256);
  for (const level of data) counts[level]++;
  let [best, most] = [0, 0];
  for (let level = 0; level < 256; level++) {
    const near = counts
      .slice(Math.max(0, level - GROUND.levels), level + GROUND.levels + 1)
      .reduce((a, b) => a + b, 0);
    if (near > most) [best, most] = [level, near];
  }
  return most >= GROUND.leastFraction * data.length ? best : null;
}

function readRow(row: Uint8Array, ground: number): { inkCount: number; strokeCount: number } {
  let [inkCount, strokeCount, wasInk] = [0, 0, false];
  for (const level of row) {
    const isInk = Math.abs(level - ground) >= LEAST_INK_STEP;
    if (isInk) inkCount++;
    if (isInk && !wasInk) strokeCount++;
    wasInk = isInk;
  }
  return { inkCount, strokeCount };
}
