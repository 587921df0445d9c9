import type { Random } from '@keyart/common';

/** A standard normal number by Box and Muller's cosine. */
export function normalDraw(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}
