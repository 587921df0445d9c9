import { TITLE_ASPECTS, TONES } from '@keyart/contracts';
import type { AnalysedReview } from '../reviews/analysed-review';
import type { DriverName } from './driver';

/** All that is looked at: aspects, then tones. `[K]` */
export const DRIVER_NAMES: readonly DriverName[] = [
  ...TITLE_ASPECTS.map((name) => ({ kind: 'aspect', name }) as const),
  ...TONES.map((name) => ({ kind: 'tone', name }) as const),
];

/** No aspect is called like a tone. */
const PLACE = new Map<string, number>(DRIVER_NAMES.map(({ name }, k) => [name, k]));

/** Drivers of a review. */
export interface DriverValues {
  /** `[K]`: an aspect's mean polarity, 0 unless mentioned; 1 for a tone that shows. */
  readonly values: Float64Array;
  /** `[K]`: mentions of an aspect (praise and blame of it may cancel); 1 for a tone that shows. */
  readonly counts: Float64Array;
}

/** What a review has of each driver. */
export function driverValues({ aspects, tones }: Pick<AnalysedReview, 'aspects' | 'tones'>): DriverValues {
  const [values, counts] = [new Float64Array(DRIVER_NAMES.length), new Float64Array(DRIVER_NAMES.length)];
  for (const { aspect, polarity } of aspects) {
    const k = PLACE.get(aspect)!;
    values[k] += (polarity - values[k]) / ++counts[k];
  }
  for (const { tone } of tones) {
    const k = PLACE.get(tone)!;
    values[k] = counts[k] = 1;
  }
  return { values, counts };
}
