import type { FrameLook } from '../frames/frame-look';

/** What counts how much; sum 1. */
const WEIGHTS = { sharpness: 0.25, contrast: 0.2, exposure: 0.15, colour: 0.15, subject: 0.25 } as const;
/** Values from which on more is not better. */
const ENOUGH = { sharpnessFraction: 0.6, contrastFraction: 0.22, colourfulness: 55 };
/** Mean luma within which exposure is as it should be. */
const WELL_EXPOSED = { least: 0.25, most: 0.7 };
/** Height of a face that can be read as a person at the size of a thumbnail. */
const READABLE_FACE_FRACTION = 0.12;
/** What a frame without a face gets for its subject: landscapes and things are artwork too. */
const WITHOUT_FACE = 0.5;

/** How good a frame is as a picture, whatever it shows and however typical it is. @returns in [0, 1] */
export function frameQuality({ quality, colour, faces }: FrameLook): number {
  const parts: Readonly<Record<keyof typeof WEIGHTS, number>> = {
    sharpness: upTo(quality.sharpnessFraction, ENOUGH.sharpnessFraction),
    contrast: upTo(quality.contrastFraction, ENOUGH.contrastFraction),
    exposure: exposure(quality.exposureFraction),
    colour: upTo(colour.colourfulness, ENOUGH.colourfulness),
    subject: subject(Math.max(0, ...faces.map(({ height }) => height))),
  };
  return (Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[]).reduce(
    (sum, name) => sum + WEIGHTS[name] * parts[name],
    0,
  );
}

function upTo(value: number, enough: number): number {
  return Math.min(1, Math.max(0, value / enough));
}

function exposure(fraction: number): number {
  if (fraction < WELL_EXPOSED.least) return fraction / WELL_EXPOSED.least;
  return fraction > WELL_EXPOSED.most ? (1 - fraction) / (1 - WELL_EXPOSED.most) : 1;
}

function subject(tallestFraction: number): number {
  return WITHOUT_FACE + (1 - WITHOUT_FACE) * upTo(tallestFraction, READABLE_FACE_FRACTION);
}
