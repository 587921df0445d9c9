import { createRandom } from '@keyart/common';
import type { World } from '../world';

/** A held-out viewer before a title, by places in the world's lists. */
export interface WorldPair {
  readonly viewer: number;
  readonly title: number;
}

/**
 * Pairs of held-out viewers and warm or cold titles, each viewer as often as the next, no pair twice.
 * @param count most pairs; fewer where there are not so many
 */
export function heldOutPairs(
  world: World,
  isCold: boolean,
  { count, seed }: { count: number; seed: string },
): WorldPair[] {
  const random = createRandom(`${seed}/${isCold ? 'cold' : 'warm'}`);
  const viewers = world.viewers.flatMap(({ isHeldOut }, at) => (isHeldOut ? [at] : []));
  const titles = world.titles.flatMap((title, at) => (title.isCold === isCold ? [at] : []));
  const perViewer = Math.min(titles.length, Math.ceil(count / viewers.length));
  const pairs = viewers.flatMap((viewer) => {
    const left = [...titles];
    return Array.from({ length: perViewer }, () => {
      const [title] = left.splice(Math.floor(random.next() * left.length), 1);
      return { viewer, title };
    });
  });
  return pairs.slice(0, Math.max(count, viewers.length));
}
