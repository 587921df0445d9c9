import type { ToneVector } from '../affect/tone-match';
import type { TitleProfile } from './title-profile';

/** A profile's tones as a vector, for `toneMatch`; sure as far as it is the title's own reviews that speak. */
export function titleTones({ tones, priorFraction }: TitleProfile): ToneVector {
  const shares = tones.map(({ tone, value }) => [tone, value] as const);
  return { tones: Object.fromEntries(shares), confidence: 1 - priorFraction };
}
