import type { Random } from '@keyart/common';
import type { RawPixels } from '@keyart/vision';
import sharp from 'sharp';

/** What a plate shall look like. */
export interface PlateStyle {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Of the colours; plates of one hue look like one place. */
  readonly hueDegrees: number;
  /** Of lightness, in [0, 1]. */
  readonly lightnessFraction: number;
  /** Of colours, in [0, 1]. */
  readonly saturationFraction: number;
}

const SHAPE_COUNT = 26;
const GRAIN_LEVELS = 6;
const HUE_SPREAD_DEGREES = 70;

/** A picture of a made-up place: ground and sky, things of several sizes and colours before it, grain over all. */
export async function paintPlate(style: PlateStyle, random: Random): Promise<RawPixels> {
  const { widthPx, heightPx } = style;
  const shapes = Array.from({ length: SHAPE_COUNT }, () => shapeOf(style, random)).join('');
  const horizon = heightPx * (0.35 + 0.4 * random.next());
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}">
    <rect width="${widthPx}" height="${heightPx}" fill="${colourOf(style, random)}"/>
    <rect y="${horizon}" width="${widthPx}" height="${heightPx - horizon}" fill="${colourOf(style, random)}"/>${shapes}</svg>`;
  const { data } = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  for (let i = 0; i < data.length; i++) {
    data[i] = Math.min(255, Math.max(0, data[i] + GRAIN_LEVELS * (random.next() + random.next() - 1)));
  }
  return { widthPx, heightPx, channelCount: 3, data };
}

function shapeOf(style: PlateStyle, random: Random): string {
  const { widthPx, heightPx } = style;
  const [x, y] = [random.next() * widthPx, random.next() * heightPx];
  const size = (0.03 + 0.16 * random.next() ** 2) * widthPx;
  const fill = colourOf(style, random);
  const kind = random.next();
  if (kind < 0.35)
    return `<ellipse cx="${x}" cy="${y}" rx="${size}" ry="${size * (0.4 + random.next())}" fill="${fill}"/>`;
  if (kind < 0.7) {
    return `<rect x="${x}" y="${y}" width="${size}" height="${size * (0.5 + 2 * random.next())}" fill="${fill}"/>`;
  }
  const corners = Array.from(
    { length: 5 },
    () => `${x + size * (2 * random.next() - 1)},${y + size * (2 * random.next() - 1)}`,
  );
  return `<polygon points="${corners.join(' ')}" fill="${fill}"/>`;
}

function colourOf({ hueDegrees, lightnessFraction, saturationFraction }: PlateStyle, random: Random): string {
  const hue = (hueDegrees + HUE_SPREAD_DEGREES * (random.next() - 0.5) + 360) % 360;
  const lightness = 100 * Math.min(0.95, lightnessFraction * (0.3 + 1.4 * random.next()));
  const saturation = 100 * Math.min(1, saturationFraction * (0.6 + 0.8 * random.next()));
  return `hsl(${hue.toFixed(1)}, ${saturation.toFixed(1)}%, ${lightness.toFixed(1)}%)`;
}
