import type { Tone } from '@keyart/contracts';

/**
 * What a viewer did with a title and, where something was written, what was read out of it. Nothing else is known of the viewer
 * here: no age, no gender, no origin, no place.
 */
export interface AffectEvent {
  readonly viewer: string;
  readonly title: string;
  /** Epoch milliseconds. */
  readonly atMs: number;
  /** How the text leans, in [−1, 1]; null: nothing was written. */
  readonly polarity: number | null;
  /** How strongly it is said, in [0, 1]; null: nothing was written. */
  readonly intensity: number | null;
  /** Calibrated probabilities in [0, 1] of the feelings in it; of a title's profile where a play stands for a text. */
  readonly tones: readonly { readonly tone: Tone; readonly probability: number }[];
  /** How far the title was watched, in [0, 1]; null: not known. */
  readonly completion: number | null;
  /** Genres of the title; empty: not known. */
  readonly genres: readonly string[];
  /** In [1, 5]; stands for the polarity where nothing was written. Null: not rated. */
  readonly stars: number | null;
}
