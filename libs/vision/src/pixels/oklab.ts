import type { RawPixels } from '../decoded-picture';
import { LIGHT_OF_LEVEL, levelOfLight } from './srgb';

/** A colour in OKLab: lightness in [0, 1], green to red, blue to yellow; equal distances look about equally large. */
export interface Oklab {
  readonly lightness: number;
  readonly greenRed: number;
  readonly blueYellow: number;
}

/** Pixels in OKLab, plane by plane, each `[heightPx · widthPx]`. */
export interface OklabPixels {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly lightness: Float32Array;
  readonly greenRed: Float32Array;
  readonly blueYellow: Float32Array;
}

const converted = new WeakMap<RawPixels, OklabPixels>();

/**
 * From sRGB; kept as long as the pixels are, so that extractors share it.
 * @param pixels three channels
 * @see Ottosson, A perceptual color space for image processing, 2020
 */
export function toOklab(pixels: RawPixels): OklabPixels {
  const known = converted.get(pixels);
  if (known) return known;
  const fresh = convert(pixels);
  converted.set(pixels, fresh);
  return fresh;
}

function convert({ widthPx, heightPx, data }: RawPixels): OklabPixels {
  const count = widthPx * heightPx;
  const [lightness, greenRed, blueYellow] = [0, 1, 2].map(() => new Float32Array(count));
  for (let i = 0; i < count; i++) {
    const red = LIGHT_OF_LEVEL[data[3 * i]];
    const green = LIGHT_OF_LEVEL[data[3 * i + 1]];
    const blue = LIGHT_OF_LEVEL[data[3 * i + 2]];
    const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
    const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
    const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
    lightness[i] = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
    greenRed[i] = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
    blueYellow[i] = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  }
  return { widthPx, heightPx, lightness, greenRed, blueYellow };
}

/** Square of how different two colours look; .02 of distance is just noticed. */
export function squaredDistance(one: Oklab, other: Oklab): number {
  return (
    (one.lightness - other.lightness) ** 2 +
    (one.greenRed - other.greenRed) ** 2 +
    (one.blueYellow - other.blueYellow) ** 2
  );
}

/** `#rrggbb` of the nearest sRGB colour, channel by channel. */
export function oklabToHex({ lightness, greenRed, blueYellow }: Oklab): string {
  const l = (lightness + 0.3963377774 * greenRed + 0.2158037573 * blueYellow) ** 3;
  const m = (lightness - 0.1055613458 * greenRed - 0.0638541728 * blueYellow) ** 3;
  const s = (lightness - 0.0894841775 * greenRed - 1.291485548 * blueYellow) ** 3;
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return `#${channels.map((light) => levelOfLight(light).toString(16).padStart(2, '0')).join('')}`;
}
