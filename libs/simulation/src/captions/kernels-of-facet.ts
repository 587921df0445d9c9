import { hash32 } from '@keyart/common';
import { FACETS, type Facet } from '@keyart/features';
import type { CaptionKernel } from './caption-kernel';
import { PEOPLE_KERNELS } from './kernels/people';
import { STAR_KERNELS } from './kernels/star';
import { THRILL_KERNELS } from './kernels/thrill';
import { WORLD_KERNELS } from './kernels/worlds';

/** Which titles may use a kernel: those of the log, or the cold ones whose captions no ranker was trained on. */
export type KernelPool = 'familiar' | 'unseen';

const KERNELS: Readonly<Record<Facet, readonly CaptionKernel[]>> = {
  ...PEOPLE_KERNELS,
  ...THRILL_KERNELS,
  ...WORLD_KERNELS,
  star: STAR_KERNELS,
};

/** Of a facet's kernels so many are kept for cold titles. */
const UNSEEN_FRACTION = 0.35;

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
