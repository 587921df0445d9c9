import type { FeatureIndex } from './feature-index';
import type { ScannedTexts } from './index-features';

/** Which known features each text has, whatever how often. */
export interface Presence {
  /** Where each text begins in `columns`, `[n + 1]`. */
  readonly starts: Uint32Array;
  readonly columns: Uint32Array;
  readonly columnCount: number;
}

/** Known features of scanned texts. */
export function presenceOf({ starts, hashes }: ScannedTexts, index: FeatureIndex): Presence {
  const columns = new Uint32Array(hashes.length);
  const own = new Uint32Array(starts.length);
  let end = 0;
  for (let text = 0; text + 1 < starts.length; text++) {
    for (let at = starts[text]; at < starts[text + 1]; at++) {
      const column = index.columnOf(hashes[at]);
      if (column >= 0) columns[end++] = column;
    }
    own[text + 1] = end;
  }
  return { starts: own, columns: columns.slice(0, end), columnCount: index.hashes.length };
}

/** Texts of given places, in their order. */
export function pickTexts({ starts, columns, columnCount }: Presence, places: ArrayLike<number>): Presence {
  const own = new Uint32Array(places.length + 1);
  for (let i = 0; i < places.length; i++) own[i + 1] = own[i] + starts[places[i] + 1] - starts[places[i]];
  const picked = new Uint32Array(own[places.length]);
  for (let i = 0; i < places.length; i++)
    picked.set(columns.subarray(starts[places[i]], starts[places[i] + 1]), own[i]);
  return { starts: own, columns: picked, columnCount };
}

/** The same texts with the kept columns only, numbered anew in their order. */
export function keepColumns({ starts, columns, columnCount }: Presence, kept: Uint32Array): Presence {
  const places = new Int32Array(columnCount).fill(-1);
  kept.forEach((column, place) => (places[column] = place));
  const [own, left] = [new Uint32Array(starts.length), new Uint32Array(columns.length)];
  let end = 0;
  for (let text = 0; text + 1 < starts.length; text++) {
    for (let at = starts[text]; at < starts[text + 1]; at++) {
      const place = places[columns[at]];
      if (place >= 0) left[end++] = place;
    }
    own[text + 1] = end;
  }
  return { starts: own, columns: left.slice(0, end), columnCount: kept.length };
}

/** In how many texts each feature occurs, `[F]`. */
export function textCounts({ columns, columnCount }: Presence): Float64Array {
  const counts = new Float64Array(columnCount);
  for (const column of columns) counts[column]++;
  return counts;
}
