import type { CountryAudience, WorkKind } from '@keyart/contracts';
import type { LocalisationAssumptions } from './localisation-assumptions';
import type { Market } from './market';
import type { Track } from './track';

/** The title that is to travel. */
export interface PlannedTitle {
  readonly titleId: string;
  readonly name: string;
  /** ISO 639-1; null: not known, and every language then counts as one in need of a track. */
  readonly originalLanguage: string | null;
  /** Language of the lettering of each picture that may be shown, null of one without any; empty: no pictures are known. */
  readonly artworkLocales: readonly (string | null)[];
}

/** Money for a minute of a track in US dollars, by `trackKey`. */
export type TrackCosts = ReadonlyMap<string, number>;

/** All that a localisation plan is made from. */
export interface PlanQuestion {
  readonly title: PlannedTitle;
  /** A country at most once, in any order. */
  readonly forecast: readonly CountryAudience[];
  /** By country. */
  readonly markets: ReadonlyMap<string, Market>;
  readonly costs: TrackCosts;
  readonly assumptions: LocalisationAssumptions;
  /** Tracks there are already. */
  readonly existing: readonly Track[];
  /** Countries where the service has no right to show the title: no work is planned for them. Default: none. */
  readonly notOffered?: readonly string[];
  /** Only work of these kinds. Default: all. */
  readonly kinds?: readonly WorkKind[];
  /** US dollars, ≥ 0; null: as much as pays. Default: null. */
  readonly budget?: number | null;
  /** Running time, > 0. Default: the assumption. */
  readonly runtimeMinutes?: number;
}
