import { pictureVector, tasteVector, type ArtworkDescriptor } from '@keyart/features';
import type { TrainingRow } from './training-row';

function pictureKey(artwork: ArtworkDescriptor): string {
  const { indices, values, isEditorialDefault } = pictureVector(artwork);
  return JSON.stringify([artwork.artworkId, isEditorialDefault, [...indices], [...values]]);
}

/**
 * A number per item that orders items by their key; equal keys, equal numbers. Keys of the same object are built once,
 * and sorting rows then compares numbers instead of long texts.
 */
function rankBy<K extends object>(items: readonly K[], keyOf: (item: K) => string): (item: K) => number {
  const keys = new Map(items.map((item) => [item, '']));
  for (const item of keys.keys()) keys.set(item, keyOf(item));
  const ranks = new Map([...new Set(keys.values())].sort().map((key, rank) => [key, rank]));
  return (item) => ranks.get(keys.get(item) ?? '') ?? -1;
}

/** A row with the ranks of its picture and its taste among those of the log. */
export interface OrderedRow {
  readonly row: TrainingRow;
  readonly picture: number;
  readonly taste: number;
}

/** Rows of a picture next to each other, the order a function of their content: sums do not depend on the log's order. */
export function inCanonicalOrder(rows: readonly TrainingRow[]): OrderedRow[] {
  const pictureRank = rankBy(
    rows.map(({ artwork }) => artwork),
    pictureKey,
  );
  const tasteRank = rankBy(
    rows.map(({ taste }) => taste),
    (taste) => tasteVector(taste).join(),
  );
  const ranked = rows.map((row) => ({ row, picture: pictureRank(row.artwork), taste: tasteRank(row.taste) }));
  return ranked.sort(
    (a, b) =>
      a.picture - b.picture ||
      a.taste - b.taste ||
      a.row.reward - b.row.reward ||
      a.row.propensity - b.row.propensity ||
      a.row.candidateCount - b.row.candidateCount,
  );
}
