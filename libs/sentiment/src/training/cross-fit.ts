import { bagMargins } from '../linear/bag';
import { keepColumns, pickTexts, type Presence } from '../linear/presence';
import { splitAt } from './group-folds';
import type { FittedBag } from './fit-bag';

/** Fits to texts of given places. */
export type FitAt = (presence: Presence, places: readonly number[]) => FittedBag;

/** Margins of each text by a model that did not see its fold, `[n × C]`. */
export function crossFit(presence: Presence, folds: Uint8Array, fit: FitAt): Float32Array {
  const n = presence.starts.length - 1;
  let margins = new Float32Array(0);
  for (const fold of new Set(folds)) {
    const { held, rest } = splitAt(folds, fold);
    const { bag, kept } = fit(pickTexts(presence, rest), rest);
    const own = bagMargins(bag, keepColumns(pickTexts(presence, held), kept));
    const classCount = bag.biases.length;
    if (margins.length === 0) margins = new Float32Array(n * classCount);
    held.forEach((text, i) =>
      margins.set(own.subarray(i * classCount, (i + 1) * classCount), text * classCount),
    );
  }
  return margins;
}
