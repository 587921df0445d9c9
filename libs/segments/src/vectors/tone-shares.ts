import type { AffectEvent } from '../events/affect-event';
import { polarityOf } from './polarity-of';
import { familyOf, TONE_FAMILY_NAMES, type ToneFamily } from './tone-families';

/**
 * How the feelings about one title spread over the families; shares sum to 1.
 * @returns null where none of a family was felt
 */
export function toneShares(event: AffectEvent): Readonly<Record<ToneFamily, number>> | null {
  const pleased = (polarityOf(event) ?? 0) >= 0;
  const sums = Object.fromEntries(TONE_FAMILY_NAMES.map((family) => [family, 0])) as Record<
    ToneFamily,
    number
  >;
  let total = 0;
  for (const { tone, probability } of event.tones) {
    const family = familyOf(tone);
    if (family === undefined || (family === 'tension' && !pleased)) continue;
    sums[family] += probability;
    total += probability;
  }
  if (total === 0) return null;
  for (const family of TONE_FAMILY_NAMES) sums[family] /= total;
  return sums;
}
