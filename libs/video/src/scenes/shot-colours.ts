import type { Cutting, ShotSpan } from '../cuts/shot-span';
import { thumbOf, type FrameSeries } from '../pass/frame-series';

const LEVELS_PER_CHANNEL = 4;
const BIN_COUNT = LEVELS_PER_CHANNEL ** 3;
const SAMPLE_COUNT = 7;

/** A shot's colours, and some of its frames. */
export interface ShotColours {
  /** Shares of 64 colours, sum 1. */
  readonly histogram: Float64Array;
  /** Thumbnails spread over the shot, first and last among them. */
  readonly thumbs: readonly Uint8Array[];
}

/** Reads a shot's colours off up to seven of its thumbnails; those of a transition show two shots, or none. */
export function shotColours(
  series: FrameSeries,
  { from, to }: ShotSpan,
  { isTransition }: Cutting,
): ShotColours {
  const all = Array.from({ length: to - from }, (_, index) => from + index);
  const own = all.filter((frame) => !isTransition[frame]);
  const frames = own.length > 0 ? own : all;
  const count = Math.min(SAMPLE_COUNT, frames.length);
  const step = (frames.length - 1) / Math.max(1, count - 1);
  const thumbs = Array.from({ length: count }, (_, i) => thumbOf(series, frames[Math.round(i * step)]));
  return { histogram: histogramOf(thumbs), thumbs };
}

/** Each channel's level falls into the two nearest bins by its distance, so that a little more light does not change all. */
function histogramOf(thumbs: readonly Uint8Array[]): Float64Array {
  const histogram = new Float64Array(BIN_COUNT);
  let total = 0;
  for (const thumb of thumbs) {
    for (let at = 0; at < thumb.length; at += 3) {
      addColour(histogram, thumb.subarray(at, at + 3));
      total++;
    }
  }
  return histogram.map((sum) => sum / Math.max(1, total));
}

function addColour(histogram: Float64Array, colour: Uint8Array): void {
  const places = Array.from(colour, (level) => (level / 256) * LEVELS_PER_CHANNEL - 0.5);
  for (let corner = 0; corner < 8; corner++) {
    let [bin, weight] = [0, 1];
    for (let channel = 0; channel < 3; channel++) {
      const below = Math.floor(places[channel]);
      const isUpper = (corner >> channel) & 1;
      const part = places[channel] - below;
      weight *= isUpper ? part : 1 - part;
      bin = bin * LEVELS_PER_CHANNEL + Math.min(LEVELS_PER_CHANNEL - 1, Math.max(0, below + isUpper));
    }
    histogram[bin] += weight;
  }
}
