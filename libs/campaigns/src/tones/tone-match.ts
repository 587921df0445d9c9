import { TONES, type Tone } from '@keyart/contracts';
import type { ToneMix } from './tone-mix';

/** Feelings of a person that are never played on; they take no part in whom a picture is shown to. */
export const NEVER_TARGETED: readonly Tone[] = [
  ...(['anger', 'annoyance', 'disappointment', 'disapproval', 'disgust', 'embarrassment'] as const),
  ...(['fear', 'grief', 'nervousness', 'remorse', 'sadness'] as const),
];

const TARGETED = TONES.filter((tone) => !NEVER_TARGETED.includes(tone));

/**
 * How alike the tones of a segment and of a picture are: the cosine over the tones that may be targeted.
 * @returns in [0, 1]; 0, too, where either has none of those tones or is not known
 */
export function toneMatch(segment: ToneMix | null, artwork: ToneMix | null): number {
  if (!segment || !artwork) return 0;
  const lengths = lengthOf(segment) * lengthOf(artwork);
  if (lengths === 0) return 0;
  const product = TARGETED.reduce((sum, tone) => sum + shareOf(segment, tone) * shareOf(artwork, tone), 0);
  return Math.min(1, product / lengths);
}

function lengthOf(mix: ToneMix): number {
  return Math.hypot(...TARGETED.map((tone) => shareOf(mix, tone)));
}

function shareOf(mix: ToneMix, tone: Tone): number {
  return mix[tone] ?? 0;
}
