import { groupsOf, shuffled, type Random } from '@keyart/common';

/**
 * A fold for each row, `[n]`, such that rows of one group (reviews of one title) are in one fold and folds are of about equal size.
 * @param groups `[n]`
 */
export function groupFolds(groups: readonly string[], foldCount: number, random: Random): Uint8Array {
  const folds = new Uint8Array(groups.length);
  const sizes = new Array<number>(foldCount).fill(0);
  const members = groupsOf(groups.keys(), (row) => groups[row]);
  for (const rows of shuffled(members, random)) {
    const smallest = sizes.indexOf(Math.min(...sizes));
    sizes[smallest] += rows.length;
    for (const row of rows) folds[row] = smallest;
  }
  return folds;
}

/** Places of rows in a fold and of all others. */
export function splitAt(folds: Uint8Array, fold: number): { held: number[]; rest: number[] } {
  const places = Array.from(folds, (_, row) => row);
  return {
    held: places.filter((row) => folds[row] === fold),
    rest: places.filter((row) => folds[row] !== fold),
  };
}
