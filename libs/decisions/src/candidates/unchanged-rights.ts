import type { ArtworkRecord } from '@keyart/contracts';

/** Instants in [from, until); ends may be infinite. */
export interface TimeSpan {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** The longest span around an instant in which no right to one of the artworks begins or ends. */
export function unchangedRights(
  artworks: readonly Pick<ArtworkRecord, 'rightsFrom' | 'rightsUntil'>[],
  nowMs: number,
): TimeSpan {
  let fromMs = -Infinity;
  let untilMs = Infinity;
  for (const { rightsFrom, rightsUntil } of artworks) {
    for (const change of [rightsFrom, rightsUntil]) {
      const atMs = change?.getTime() ?? -Infinity;
      if (atMs <= nowMs) fromMs = Math.max(fromMs, atMs);
      else untilMs = Math.min(untilMs, atMs);
    }
  }
  return { fromMs, untilMs };
}
