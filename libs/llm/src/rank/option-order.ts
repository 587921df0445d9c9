import { contentHash } from '@keyart/common';

/** What the order of a choice's options depends on. */
export interface OptionOrderKey {
  readonly memberId: string;
  readonly titleId: string;
  readonly templateVersion: string;
}

/**
 * Items in an order drawn by hash of (member, title, template version): no artwork is favoured by its slot over many viewers, one viewer
 * always meets the same order, and the order given does not matter.
 * @param idOf a unique id per item
 */
export function orderOptions<T>(items: readonly T[], idOf: (item: T) => string, key: OptionOrderKey): T[] {
  const seed = JSON.stringify([key.memberId, key.titleId, key.templateVersion]);
  return items
    .map((item) => ({ item, rank: contentHash(`${seed}\u0000${idOf(item)}`) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ item }) => item);
}
