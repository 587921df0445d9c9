/** Light of each 8-bit sRGB level (IEC 61966-2-1), in [0, 1]. */
export const LIGHT_OF_LEVEL = Float64Array.from({ length: 256 }, (_, level) => {
  const signal = level / 255;
  return signal <= 0.04045 ? signal / 12.92 : ((signal + 0.055) / 1.055) ** 2.4;
});

/** The level nearest to an amount of light; below 0 and above 1 are cut off. */
export function levelOfLight(light: number): number {
  const signal = light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
  return Math.round(255 * Math.min(1, Math.max(0, signal)));
}
