import { createRandom, pick } from '@keyart/common';
import type { World } from '../world';
import type { WorldPair } from './held-out-pairs';

/**
 * Training viewers before titles, half of them cold, no pair twice: what may be asked of a ranker without an outcome.
 * @param count fewer where there are not so many pairs
 */
export function trainingPairs(
  { viewers, titles }: World,
  { count, seed }: { count: number; seed: string },
): WorldPair[] {
  const random = createRandom(seed);
  const places = viewers.flatMap(({ isHeldOut }, at) => (isHeldOut ? [] : [at]));
  const drawn = new Map<string, WorldPair>();
  for (const isCold of [true, false]) {
    const own = titles.flatMap((title, at) => (title.isCold === isCold ? [at] : []));
    const wanted = drawn.size + Math.min(Math.ceil(count / 2), Math.floor((places.length * own.length) / 2));
    while (drawn.size < wanted) {
      const pair = { viewer: pick(places, random), title: pick(own, random) };
      drawn.set(`${pair.viewer}/${pair.title}`, pair);
    }
  }
  return [...drawn.values()];
}
