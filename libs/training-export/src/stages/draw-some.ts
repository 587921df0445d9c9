import type { Random } from '@keyart/common';

/** Some of the items, none twice; all of them where there are fewer. */
export function drawSome<T>(items: readonly T[], count: number, random: Random): T[] {
  const left = [...items];
  return Array.from({ length: Math.min(count, left.length) }, () => {
    const [taken] = left.splice(Math.floor(random.next() * left.length), 1);
    return taken;
  });
}
