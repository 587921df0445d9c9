import type { ColourFeatures } from '@keyart/contracts';
import type { RawPixels } from '../decoded-picture';

/** Below it a pixel has no hue worth the name. */
const LEAST_CHROMA_LEVELS = 20;
/** Below it a picture has none. */
const LEAST_COLOURED_FRACTION = 0.02;
const BIN_DEGREES = 10;
const BIN_COUNT = 360 / BIN_DEGREES;

/** How strong colours are, and which. */
export type HueStatistics = Pick<ColourFeatures, 'saturationFraction' | 'dominantHueDegrees'>;

/** Pixels by hue, each with the weight of its chroma, and their sums as points of the plane of hues. */
interface HueHistogram {
  readonly weights: Float64Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/**
 * Mean HSV saturation weighted by value, `Σ (max − min) / Σ max`, so that the noise of shadows does not count as colour; and the
 * HSV hue around which most chroma lies: the circular mean within the highest 30° of the histogram.
 * @param pixels three channels
 * @returns saturation in [0, 1]; hue in [0, 360): 0 red, 60 yellow, 120 green, 240 blue; null where under 2% of pixels are coloured
 */
export function hueStatistics({ data }: RawPixels): HueStatistics {
  const hues: HueHistogram = { weights: zeros(), x: zeros(), y: zeros() };
  let [chromaSum, valueSum, colouredCount] = [0, 0, 0];
  for (let at = 0; at < data.length; at += 3) {
    const value = Math.max(data[at], data[at + 1], data[at + 2]);
    const chroma = value - Math.min(data[at], data[at + 1], data[at + 2]);
    chromaSum += chroma;
    valueSum += value;
    if (chroma < LEAST_CHROMA_LEVELS) continue;
    colouredCount++;
    addHue(hues, hueDegrees(data, at), chroma);
  }
  const isColoured = colouredCount >= LEAST_COLOURED_FRACTION * (data.length / 3);
  return {
    saturationFraction: valueSum === 0 ? 0 : chromaSum / valueSum,
    dominantHueDegrees: isColoured ? peakHue(hues) : null,
  };
}

function zeros(): Float64Array {
  return new Float64Array(BIN_COUNT);
}

/** In [0, 360). */
function hueDegrees(data: Uint8Array, at: number): number {
  const [red, green, blue] = [data[at], data[at + 1], data[at + 2]];
  const value = Math.max(red, green, blue);
  const chroma = value - Math.min(red, green, blue);
  if (value === red) return (60 * (green - blue)) / chroma + (green < blue ? 360 : 0);
  if (value === green) return (60 * (blue - red)) / chroma + 120;
  return (60 * (red - green)) / chroma + 240;
}

function addHue({ weights, x, y }: HueHistogram, degrees: number, chroma: number): void {
  const bin = Math.floor(degrees / BIN_DEGREES) % BIN_COUNT;
  const angle = (degrees * Math.PI) / 180;
  weights[bin] += chroma;
  x[bin] += chroma * Math.cos(angle);
  y[bin] += chroma * Math.sin(angle);
}

function peakHue({ weights, x, y }: HueHistogram): number {
  const around = (values: Float64Array, bin: number) =>
    values[(bin + BIN_COUNT - 1) % BIN_COUNT] + values[bin] + values[(bin + 1) % BIN_COUNT];
  let peak = 0;
  for (let bin = 1; bin < BIN_COUNT; bin++) {
    if (around(weights, bin) > around(weights, peak)) peak = bin;
  }
  const degrees = (Math.atan2(around(y, peak), around(x, peak)) * 180) / Math.PI;
  return (degrees + 360) % 360;
}
