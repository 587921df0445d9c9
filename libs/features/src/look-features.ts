import type { PictureLook } from '@keyart/contracts';

/** A measured trait of a picture: 0 where it is not there, 1 where it is in full. */
interface LookFeature {
  readonly name: string;
  readonly value: (look: PictureLook) => number;
}

/** A crowd of so many faces and more is one. */
const CROWD_COUNT = 4;
/** Lettering over so much of a picture is what one sees first. */
const FULL_LETTERING_FRACTION = 0.15;
/** Ends of the everyday scale: few pictures are warmer, cooler or more saturated. */
const FULL_WARMTH = 0.4;
const FULL_SATURATION_FRACTION = 0.6;

/** How a picture looks, whatever it is about. Order is part of the feature version: new ones are appended. */
export const LOOK_FEATURES: readonly LookFeature[] = [
  { name: 'close-up', value: ({ shotScale }) => (shotScale === 'close-up' ? 1 : 0) },
  { name: 'medium-shot', value: ({ shotScale }) => (shotScale === 'medium' ? 1 : 0) },
  { name: 'wide-shot', value: ({ shotScale }) => (shotScale === 'wide' ? 1 : 0) },
  { name: 'nobody', value: ({ shotScale }) => (shotScale === 'no-person' ? 1 : 0) },
  { name: 'crowd', value: ({ faceCount }) => share(Math.max(0, faceCount - 1), CROWD_COUNT - 1) },
  { name: 'letters', value: ({ letteringFraction }) => share(letteringFraction, FULL_LETTERING_FRACTION) },
  { name: 'darkness', value: ({ darkFraction }) => share(darkFraction, 1) },
  { name: 'warmth', value: ({ warmth }) => share(warmth, FULL_WARMTH) },
  { name: 'coolness', value: ({ warmth }) => share(-warmth, FULL_WARMTH) },
  {
    name: 'vividness',
    value: ({ saturationFraction }) => share(saturationFraction, FULL_SATURATION_FRACTION),
  },
];

function share(value: number, full: number): number {
  return Math.min(1, Math.max(0, value / full));
}
