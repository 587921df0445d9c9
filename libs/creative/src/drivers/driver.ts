import type { TitleAspect, Tone } from '@keyart/contracts';
import type { Interval } from '@keyart/evaluation';
import type { Scope } from '../reviews/scope';

/** What reviews are explained by: an aspect they speak of, or a tone they show. */
export type DriverName =
  { readonly kind: 'aspect'; readonly name: TitleAspect } | { readonly kind: 'tone'; readonly name: Tone };

/** What is explained. Stars were given by the writer; polarity was read from the same text as aspects and tones. */
export type Outcome = 'stars' | 'polarity';

/** What is treated as drawn anew: titles, or, of few titles, only their reviews; the effects then hold for these titles. */
export type ErrorsBy = 'title' | 'review';

/** What goes with better or worse reviews of the same title. */
export type Driver = DriverName & {
  /**
   * Change of the outcome within a title, everything else in the review equal: of an aspect, when it is fully praised instead of not
   * mentioned (fully blamed: the opposite); of a tone, when it shows.
   */
  readonly effect: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number;
  /** 95%. */
  readonly interval: Interval;
  /** Two-sided, of no effect. */
  readonly pValue: number;
  /** Corrected over all drivers of all scopes that were tested together (Benjamini–Hochberg). */
  readonly adjustedPValue: number;
  /** Whether it may be told: at most the rate of all that are told are wrong, on average. */
  readonly isDiscovery: boolean;
  /** Reviews that have it. */
  readonly reviewCount: number;
  /** The same by their weights: `(Σ w)²/Σ w²`. */
  readonly effectiveCount: number;
  /** Titles in which some reviews have it and some have not, or not as much. */
  readonly titleCount: number;
};

/** Too little data to say anything of it. */
export type UntestedDriver = DriverName & { readonly reviewCount: number; readonly reason: string };

/** What drives the reviews of some titles. */
export interface ScopeDrivers {
  readonly scope: Scope;
  /** Reviews with an outcome. */
  readonly reviewCount: number;
  readonly effectiveCount: number;
  readonly titleCount: number;
  readonly errorsBy: ErrorsBy;
  /** The strongest evidence first. */
  readonly drivers: readonly Driver[];
  readonly untested: readonly UntestedDriver[];
}

/** What drives reviews: never more than that it goes with them. */
export interface DriverReport {
  /** Nobody drew by lot what a review speaks of. */
  readonly label: 'associational';
  readonly outcome: Outcome;
  readonly falseDiscoveryRate: number;
  /** In all scopes. */
  readonly testedCount: number;
  readonly scopes: readonly ScopeDrivers[];
}
