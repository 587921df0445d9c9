import { TONES, type Tone } from '@keyart/contracts';
import type { ToneMix } from './tone-mix';

/** A picture shows a moment: a tone may fill it this many times more than it fills the title. A choice of ours. */
export const MOMENT_FACTOR = 4;
/** Of the picture's tones, the largest share that may go beyond that. A choice of ours. */
export const LARGEST_EXCESS = 0.25;

/** A tone that the picture has more of than the title bears. */
export interface ToneExcess {
  readonly tone: Tone;
  /** In the picture and in the title, in [0, 1]. */
  readonly artworkShare: number;
  readonly titleShare: number;
}

/** Whether a picture promises what its title keeps. */
export type ToneGuard =
  | { readonly kind: 'within' }
  | { readonly kind: 'misleading'; readonly excessShare: number; readonly reasons: readonly ToneExcess[] }
  /** Nobody can tell: an editor must look at the picture. */
  | { readonly kind: 'unknown'; readonly unknown: 'title' | 'artwork' };

/**
 * Misleading is a picture whose tones go beyond the title's own mix: with a of a tone in the picture and t in the title,
 * `Σ max(0, a − MOMENT_FACTOR · t) > LARGEST_EXCESS`. The tones that do are named, the largest excess first.
 * @param title tone mix, best of a profile that is not prior-dominated; null: not known
 * @param artwork null: not known
 */
export function misleadingTones(title: ToneMix | null, artwork: ToneMix | null): ToneGuard {
  if (!title) return { kind: 'unknown', unknown: 'title' };
  if (!artwork) return { kind: 'unknown', unknown: 'artwork' };
  const excesses = TONES.map((tone) => excessOf(tone, title[tone] ?? 0, artwork[tone] ?? 0))
    .filter(({ excess }) => excess > 0)
    .sort((a, b) => b.excess - a.excess);
  const excessShare = excesses.reduce((sum, { excess }) => sum + excess, 0);
  if (excessShare <= LARGEST_EXCESS) return { kind: 'within' };
  return { kind: 'misleading', excessShare, reasons: excesses.map(({ reason }) => reason) };
}

function excessOf(
  tone: Tone,
  titleShare: number,
  artworkShare: number,
): { readonly excess: number; readonly reason: ToneExcess } {
  const excess = artworkShare - MOMENT_FACTOR * titleShare;
  return { excess, reason: { tone, artworkShare, titleShare } };
}

/** The reasons in words, e.g. `joy is 80% of the picture and 5% of the title`. */
export function excessText({ tone, artworkShare, titleShare }: ToneExcess): string {
  const percent = (share: number): string => `${(100 * share).toFixed(0)}%`;
  return `${tone} is ${percent(artworkShare)} of the picture and ${percent(titleShare)} of the title`;
}
