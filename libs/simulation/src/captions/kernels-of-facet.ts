import { hash32 } from '@keyart/common';
import { FACETS, type Facet } from '@keyart/features';
import type { CaptionKernel } from './caption-kernel';
import { ACTION_KERNELS } from './kernels/action';
import { ADVENTURE_KERNELS } from './kernels/adventure';
import { ANIMALS_KERNELS } from './kernels/animals';
import { COMEDY_KERNELS } from './kernels/comedy';
import { CRIME_KERNELS } from './kernels/crime';
import { DARK_KERNELS } from './kernels/dark';
import { DRAMA_KERNELS } from './kernels/drama';
import { ENSEMBLE_KERNELS } from './kernels/ensemble';
import { FAMILY_KERNELS } from './kernels/family';
import { FANTASY_KERNELS } from './kernels/fantasy';
import { FRIENDSHIP_KERNELS } from './kernels/friendship';
import { HISTORICAL_KERNELS } from './kernels/historical';
import { LANDSCAPE_KERNELS } from './kernels/landscape';
import { LETTERING_KERNELS } from './kernels/lettering';
import { MELANCHOLY_KERNELS } from './kernels/melancholy';
import { MUSIC_KERNELS } from './kernels/music';
import { MYSTERY_KERNELS } from './kernels/mystery';
import { ROMANCE_KERNELS } from './kernels/romance';
import { SCARY_KERNELS } from './kernels/scary';
import { SCIENCE_FICTION_KERNELS } from './kernels/science-fiction';
import { SPECTACLE_KERNELS } from './kernels/spectacle';
import { STAR_KERNELS } from './kernels/star';
import { WAR_KERNELS } from './kernels/war';
import { WESTERN_KERNELS } from './kernels/western';

/** Which titles may use a kernel: those of the log, or the cold ones whose captions no ranker was trained on. */
export type KernelPool = 'familiar' | 'unseen';

const KERNELS: Readonly<Record<Facet, readonly CaptionKernel[]>> = {
  action: ACTION_KERNELS,
  adventure: ADVENTURE_KERNELS,
  animals: ANIMALS_KERNELS,
  comedy: COMEDY_KERNELS,
  crime: CRIME_KERNELS,
  dark: DARK_KERNELS,
  drama: DRAMA_KERNELS,
  ensemble: ENSEMBLE_KERNELS,
  family: FAMILY_KERNELS,
  fantasy: FANTASY_KERNELS,
  friendship: FRIENDSHIP_KERNELS,
  historical: HISTORICAL_KERNELS,
  landscape: LANDSCAPE_KERNELS,
  lettering: LETTERING_KERNELS,
  melancholy: MELANCHOLY_KERNELS,
  music: MUSIC_KERNELS,
  mystery: MYSTERY_KERNELS,
  romance: ROMANCE_KERNELS,
  scary: SCARY_KERNELS,
  'science-fiction': SCIENCE_FICTION_KERNELS,
  spectacle: SPECTACLE_KERNELS,
  star: STAR_KERNELS,
  war: WAR_KERNELS,
  western: WESTERN_KERNELS,
};

/** Of a facet's kernels so many are kept for cold titles. */
const UNSEEN_FRACTION = 0.25;

function poolsOf(facet: Facet, seed: number): Record<KernelPool, readonly CaptionKernel[]> {
  const shuffled = [...KERNELS[facet]].sort((a, b) => hash32(a, seed) - hash32(b, seed));
  const unseenCount = Math.round(shuffled.length * UNSEEN_FRACTION);
  return { unseen: shuffled.slice(0, unseenCount), familiar: shuffled.slice(unseenCount) };
}

/** A facet's kernels by pool; the two pools share none. */
export type KernelPools = Readonly<Record<Facet, Record<KernelPool, readonly CaptionKernel[]>>>;

/**
 * Every facet's kernels, dealt into the two pools.
 * @param seed another seed deals them otherwise
 */
export function kernelPools(seed: number): KernelPools {
  return Object.fromEntries(FACETS.map((facet) => [facet, poolsOf(facet, seed)])) as KernelPools;
}
