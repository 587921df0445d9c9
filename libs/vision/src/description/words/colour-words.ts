interface Shade {
  readonly hueDegrees: number;
  readonly saturation: number;
  readonly lightness: number;
}

/** Names of the dark, plain and pale shades of hues up to a hue, and the lightness that parts them. */
interface HueNames {
  readonly mostDegrees: number;
  readonly names: readonly [dark: string, plain: string, pale: string];
  readonly darkBelow?: number;
  readonly paleAbove?: number;
}

const DARK_BELOW = 0.3;
const PALE_ABOVE = 0.7;
const REDS = ['deep red', 'red', 'pink'] as const;
const HUES: readonly HueNames[] = [
  { mostDegrees: 15, names: REDS },
  // Orange is called brown while it is still fairly light, and sand soon after.
  { mostDegrees: 42, names: ['brown', 'orange', 'sand'], darkBelow: 0.42, paleAbove: 0.6 },
  { mostDegrees: 68, names: ['olive', 'yellow', 'cream'], darkBelow: 0.4 },
  { mostDegrees: 165, names: ['dark green', 'green', 'pale green'] },
  { mostDegrees: 195, names: ['dark teal', 'teal', 'pale teal'] },
  { mostDegrees: 255, names: ['dark blue', 'blue', 'pale blue'], darkBelow: 0.36 },
  { mostDegrees: 290, names: ['dark violet', 'violet', 'lilac'] },
  { mostDegrees: 345, names: ['plum', 'magenta', 'pink'] },
  { mostDegrees: 360, names: REDS },
];
const BLACK = 0.13;
const GREYS: readonly (readonly [most: number, name: string])[] = [
  [0.35, 'charcoal'],
  [0.7, 'grey'],
  [0.9, 'pale grey'],
  [1, 'white'],
];
/** Less is seen as grey. */
const LEAST_SATURATION = 0.12;

/**
 * A colour's everyday name, e.g. `dark blue`.
 * @param hex `#rrggbb`
 */
export function colourWord(hex: string): string {
  const { hueDegrees, saturation, lightness } = shadeOf(hex);
  if (lightness < BLACK) return 'black';
  if (saturation < LEAST_SATURATION)
    return (GREYS.find(([most]) => lightness <= most) ?? GREYS[GREYS.length - 1])[1];
  const { names, ...bounds } = HUES.find(({ mostDegrees }) => hueDegrees <= mostDegrees) ?? HUES[0];
  const { darkBelow = DARK_BELOW, paleAbove = PALE_ABOVE } = bounds;
  const [dark, plain, pale] = names;
  if (lightness < darkBelow) return dark;
  return lightness > paleAbove ? pale : plain;
}

/** Whether a colour's name is one without a hue. */
export function isNeutral(name: string): boolean {
  return name === 'black' || GREYS.some(([, grey]) => grey === name);
}

/** Hue, saturation and lightness (HSL). */
function shadeOf(hex: string): Shade {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const spread = most - least;
  const lightness = (most + least) / 2;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * lightness - 1));
  return { hueDegrees: hueOf({ red, green, blue }, { most, spread }), saturation, lightness };
}

function hueOf(
  { red, green, blue }: { red: number; green: number; blue: number },
  { most, spread }: { most: number; spread: number },
): number {
  if (spread === 0) return 0;
  if (most === red) return (60 * ((green - blue) / spread) + 360) % 360;
  return most === green ? 60 * ((blue - red) / spread + 2) : 60 * ((red - green) / spread + 4);
}
