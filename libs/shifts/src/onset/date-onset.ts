import type { ChangePoint } from './run-lengths';

/** When a shift began, as places of buckets. */
export interface OnsetPlaces {
  readonly place: number;
  /** Central 90%. */
  readonly earliest: number;
  readonly latest: number;
}

const TAIL = 0.05;

/**
 * The likeliest first bucket of the last change, given that there was one, and not in the newest bucket: one bucket alone raises no alarm, so
 * that there it is an outlier.
 * @param changes of `lastChange`, by place
 */
export function dateOnset(changes: readonly ChangePoint[]): OnsetPlaces {
  const newest = changes.reduce((most, { place }) => Math.max(most, place), 0);
  const own = changes.filter(({ place }) => place >= 0 && (place < newest || newest === 0));
  const total = own.reduce((sum, { probability }) => sum + probability, 0);
  const likeliest = own.reduce((best, change) => (change.probability > best.probability ? change : best));
  const quantile = (fraction: number): number => {
    let sum = 0;
    const found = own.find(({ probability }) => (sum += probability) >= fraction * total);
    return (found ?? likeliest).place;
  };
  return {
    place: likeliest.place,
    earliest: Math.min(likeliest.place, quantile(TAIL)),
    latest: Math.max(likeliest.place, quantile(1 - TAIL)),
  };
}
