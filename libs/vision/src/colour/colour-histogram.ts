import type { OklabPixels } from '../pixels/oklab';

/** Side of a bin of OKLab; .02 is just noticed. */
const BIN_SIZE = 0.03;
/** Lightness reaches 1, and chroma ± .32. */
const BINS_A_SIDE = 35;
const BIN_COUNT = BINS_A_SIDE ** 3;
const CHROMA_OFFSET = 0.5;

/** Pixels that look alike, as many and of that mean colour. */
export interface ColourBin {
  readonly count: number;
  readonly lightness: number;
  readonly greenRed: number;
  readonly blueYellow: number;
}

/** A picture's colours, a few hundred for its thousands of pixels: bins of OKLab that hold any, each with its mean. */
export function colourHistogram({ lightness, greenRed, blueYellow }: OklabPixels): ColourBin[] {
  const counts = new Uint32Array(BIN_COUNT);
  const sums = new Float64Array(3 * BIN_COUNT);
  for (let i = 0; i < lightness.length; i++) {
    const bin = binOf(lightness[i], greenRed[i], blueYellow[i]);
    counts[bin]++;
    sums[3 * bin] += lightness[i];
    sums[3 * bin + 1] += greenRed[i];
    sums[3 * bin + 2] += blueYellow[i];
  }
  const bins: ColourBin[] = [];
  counts.forEach((count, bin) => {
    if (count > 0) bins.push(meanOf(count, sums.subarray(3 * bin, 3 * bin + 3)));
  });
  return bins;
}

function binOf(lightness: number, greenRed: number, blueYellow: number): number {
  const down = Math.floor(Math.max(0, lightness) / BIN_SIZE);
  const across = Math.floor((greenRed + CHROMA_OFFSET) / BIN_SIZE);
  const along = Math.floor((blueYellow + CHROMA_OFFSET) / BIN_SIZE);
  return (down * BINS_A_SIDE + across) * BINS_A_SIDE + along;
}

function meanOf(count: number, [lightness, greenRed, blueYellow]: Float64Array): ColourBin {
  return {
    count,
    lightness: lightness / count,
    greenRed: greenRed / count,
    blueYellow: blueYellow / count,
  };
}
