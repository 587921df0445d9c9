import type { ArtworkDescriptor } from '@keyart/features';
import type { Place } from './decision-request';

/** Larger than any position, so that a row's places never meet the next row's. */
const ROW_STRIDE = 2 ** 20;
/** Row and position offsets of the places around one, in reading order. */
const AROUND = [-1, 0, 1]
  .flatMap((row) => [-1, 0, 1].map((position) => row * ROW_STRIDE + position))
  .filter(Boolean);

function keyOf({ row, position }: Place): number {
  return row * ROW_STRIDE + position;
}

/** Which picture hangs where on a page while it is being decided, title by title. */
export class PageGrid {
  private readonly pictures = new Map<number, ArtworkDescriptor>();

  /** Hangs the picture of a title at its places; where another one hung already, the later stands. */
  put(artwork: ArtworkDescriptor, places: readonly Place[]): void {
    for (const place of places) this.pictures.set(keyOf(place), artwork);
  }

  /**
   * The pictures of other titles in the eight places around each place, each picture once.
   * @returns by place, then in reading order; empty where nothing hangs there yet
   */
  neighboursOf(titleId: string, places: readonly Place[]): ArtworkDescriptor[] {
    const found: ArtworkDescriptor[] = [];
    if (this.pictures.size === 0) return found;
    for (const place of places) {
      const key = keyOf(place);
      for (const offset of AROUND) {
        const artwork = this.pictures.get(key + offset);
        if (artwork && artwork.titleId !== titleId && !found.includes(artwork)) found.push(artwork);
      }
    }
    return found;
  }
}
