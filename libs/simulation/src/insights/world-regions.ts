import { hash32 } from '@keyart/common';

/** Places that viewers of a world live in. */
export const WORLD_REGIONS = ['north', 'east', 'south', 'west'] as const;

/** Where a viewer lives: by chance, the same every time. */
export function regionOfViewer(memberId: string, seed: string): (typeof WORLD_REGIONS)[number] {
  return WORLD_REGIONS[hash32(`${seed}/region/${memberId}`, 0) % WORLD_REGIONS.length];
}
