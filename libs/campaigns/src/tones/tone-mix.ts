import { TONES, type Tone } from '@keyart/contracts';
import { CampaignInputError } from '../errors';

/** Shares of feelings, each in [0, 1]; what is not named is 0; they sum to 1. */
export type ToneMix = Readonly<Partial<Record<Tone, number>>>;

const KNOWN: ReadonlySet<string> = new Set(TONES);

/**
 * Strengths of feelings as shares.
 * @param strengths tone → strength ≥ 0 on any scale
 * @param field named in errors
 * @returns null where there is no strength at all: nothing is known
 * @throws CampaignInputError for an unknown tone, and a strength that is negative or no number
 */
export function toneMix(strengths: Readonly<Record<string, number>>, field = 'tones'): ToneMix | null {
  const entries = Object.entries(strengths);
  for (const [tone, strength] of entries) {
    if (!KNOWN.has(tone)) throw new CampaignInputError(`${field}.${tone}`, 'is not a known tone');
    if (!(strength >= 0 && Number.isFinite(strength)))
      throw new CampaignInputError(`${field}.${tone}`, `is ${strength}, must be 0 or more`);
  }
  const total = entries.reduce((sum, [, strength]) => sum + strength, 0);
  if (!(total > 0)) return null;
  return Object.fromEntries(entries.map(([tone, strength]) => [tone, strength / total]));
}
