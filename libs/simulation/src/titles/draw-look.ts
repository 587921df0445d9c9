import { pickIndex, type Random } from '@keyart/common';
import type { PictureLook } from '@keyart/contracts';
import type { Facet } from '@keyart/features';
import { normal } from '../random/normal';

const SHOT_SCALES = ['close-up', 'medium', 'wide', 'no-person'] as const;

/** How pictures of a facet tend to look; what is left out is middling. */
interface LookTendency {
  /** Odds of close-up, medium, wide, nobody. */
  readonly scales: readonly [number, number, number, number];
  readonly faceCount: number;
  readonly darkFraction: number;
  readonly warmth: number;
  readonly saturationFraction: number;
}

const MIDDLING: LookTendency = {
  ...{ scales: [3, 4, 2, 1], faceCount: 1, darkFraction: 0.25, warmth: 0, saturationFraction: 0.35 },
};

const TENDENCIES: Readonly<Partial<Record<Facet, Partial<LookTendency>>>> = {
  romance: { faceCount: 2, warmth: 0.2, scales: [5, 4, 1, 1] },
  friendship: { faceCount: 3, warmth: 0.15, scales: [1, 6, 2, 0] },
  family: { faceCount: 4, warmth: 0.2, saturationFraction: 0.45 },
  ensemble: { faceCount: 7, scales: [0, 5, 5, 0] },
  drama: { scales: [6, 3, 1, 1], warmth: -0.05 },
  melancholy: { warmth: -0.2, saturationFraction: 0.2, scales: [2, 3, 3, 2] },
  comedy: { saturationFraction: 0.55, darkFraction: 0.1, warmth: 0.1 },
  action: { darkFraction: 0.35, saturationFraction: 0.45, scales: [2, 4, 3, 1] },
  adventure: { scales: [1, 3, 5, 1], saturationFraction: 0.45 },
  war: { saturationFraction: 0.2, scales: [1, 4, 4, 1], warmth: -0.05 },
  crime: { darkFraction: 0.45, scales: [3, 4, 1, 2] },
  mystery: { darkFraction: 0.45, warmth: -0.1, scales: [2, 3, 2, 3] },
  dark: { darkFraction: 0.7, saturationFraction: 0.15 },
  scary: { darkFraction: 0.6, warmth: -0.15, scales: [4, 2, 1, 3] },
  'science-fiction': { warmth: -0.2, darkFraction: 0.35, scales: [2, 3, 3, 2] },
  fantasy: { saturationFraction: 0.5, scales: [1, 3, 4, 2] },
  western: { warmth: 0.3, scales: [2, 3, 4, 1] },
  historical: { warmth: 0.15, scales: [2, 5, 2, 1] },
  music: { darkFraction: 0.4, saturationFraction: 0.5 },
  animals: { faceCount: 0, scales: [1, 1, 2, 8] },
  landscape: { faceCount: 0, scales: [0, 0, 2, 9], darkFraction: 0.12 },
  spectacle: { faceCount: 0, scales: [0, 1, 5, 5], darkFraction: 0.35 },
  lettering: { faceCount: 0, scales: [0, 0, 0, 9], saturationFraction: 0.15 },
  star: { scales: [9, 3, 0, 0], faceCount: 1 },
};

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

/**
 * What a worker would measure on such a picture: it tends to go with the facet, far from surely; better pictures are a
 * little more vivid.
 * @param quality about standard normal
 */
export function drawLook(facet: Facet, quality: number, random: Random): PictureLook {
  const tendency = { ...MIDDLING, ...TENDENCIES[facet] };
  const shotScale = SHOT_SCALES[pickIndex(tendency.scales, random)];
  const isEmpty = shotScale === 'no-person';
  const faceCount = isEmpty ? 0 : Math.max(0, Math.round(tendency.faceCount + normal(random)));
  const tallest = { 'close-up': 0.5, medium: 0.22, wide: 0.08, 'no-person': 0 }[shotScale];
  const letters = facet === 'lettering' ? 0.25 : 0.03;
  return {
    shotScale,
    faceCount,
    tallestFaceFraction: faceCount === 0 ? 0 : within(tallest + 0.06 * normal(random), 0.02, 1),
    letteringFraction: within(letters + 0.03 * normal(random), 0, 1),
    darkFraction: within(tendency.darkFraction + 0.15 * normal(random), 0, 1),
    warmth: within(tendency.warmth + 0.15 * normal(random), -1, 1),
    saturationFraction: within(tendency.saturationFraction + 0.12 * normal(random) + 0.03 * quality, 0, 1),
  };
}
