import type { PriorDonor } from './transfer-model';

/** Title id → tone → share, in [0, 1]; titles without a profile are absent. */
export type TitleTones = ReadonlyMap<string, Readonly<Record<string, number>>>;

/**
 * Tone mix that donors lead one to expect: mean of theirs by similarity. Donors without a known mix do not count.
 * @returns null where no donor's is known
 */
export function donorTones(
  donors: readonly Pick<PriorDonor, 'titleId' | 'similarity'>[],
  tones: TitleTones,
): Readonly<Record<string, number>> | null {
  const mix = new Map<string, number>();
  let total = 0;
  for (const { titleId, similarity } of donors) {
    const own = tones.get(titleId);
    if (!own || similarity <= 0) continue;
    total += similarity;
    for (const [tone, share] of Object.entries(own)) mix.set(tone, (mix.get(tone) ?? 0) + similarity * share);
  }
  if (total === 0) return null;
  return Object.fromEntries([...mix].map(([tone, sum]) => [tone, sum / total]));
}
