import type { TitleAspect, Tone } from '@keyart/contracts';
import type { Figure } from '../prior/posterior-of';

/** How often a feeling is shown, and how strongly where it is. */
export interface ToneShare extends Figure {
  readonly tone: Tone;
  /** Mean of the reviews that show it, in [0, 1]; 0: none does. */
  readonly intensity: number;
}

/** What is said of an aspect. */
export interface AspectProfile extends Figure {
  readonly aspect: TitleAspect;
  /** Share of reviews that speak of it, in [0, 1]. */
  readonly mentionShare: number;
  readonly effectiveCount: number;
}

/** `prior-dominated`: fewer than ten effective reviews; what is shown is mostly what titles like it are given. */
export const PROFILE_EVIDENCES = ['prior-dominated', 'own-reviews'] as const;

/** One of them. */
export type ProfileEvidence = (typeof PROFILE_EVIDENCES)[number];

/** What the audience makes of a title. Figures are shrunken; `raw` is what the reviews alone say. */
export interface TitleProfile {
  /** Reviews counted, copies once. */
  readonly count: number;
  readonly effectiveCount: number;
  readonly evidence: ProfileEvidence;
  /** Share of the polarity that is the prior's, in [0, 1]. */
  readonly priorFraction: number;
  /** In [−1, 1]. */
  readonly polarity: Figure;
  /** Of the reviews' polarity. */
  readonly standardDeviation: number;
  /** In [0, 1], see `polarisationOf`. */
  readonly polarisation: number;
  /** In [0, 1]. */
  readonly intensity: number;
  /** All of them, the most frequent first; `value` is the share of reviews that show it. */
  readonly tones: readonly ToneShare[];
  /** Those spoken of, the most spoken of first; `value` is polarity. */
  readonly aspects: readonly AspectProfile[];
  /** Null without reviews. */
  readonly oldestAtMs: number | null;
  readonly newestAtMs: number | null;
}
