import { createRandom } from '@keyart/common';
import type { World } from '../world';
import type { WorldPair } from './held-out-pairs';

/**
 * Training viewers before titles, warm and cold, drawn evenly, no pair twice: what may be asked of a ranker without an outcome.
 * @param count at most half of all such pairs are drawn
 */
export function trainingPairs(
  { viewers, titles }: World,
  { count, seed }: { count: number; seed: string },
): WorldPair[] {
  const random = createRandom(seed);
  const places = viewers.flatMap(({ isHeldOut }, at) => (isHeldOut ? [] : [at]));
  const wanted = Math.min(count, Math.floor((places.length * titles.length) / 2));
  const drawn = new Map<number, WorldPair>();
  while (drawn.size < wanted) {
    const viewer = places[Math.floor(random.next() * places.length)];
    const title = Math.floor(random.next() * titles.length);
    drawn.set(viewer * titles.length + title, { viewer, title });
  }
  return [...drawn.values()];
}
