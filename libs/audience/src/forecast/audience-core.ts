import type { DenseRows } from '@keyart/similarity';
import type { LaunchedTitle } from './audience-title';
import type { LearntRegions } from './learn-regions';
import type { MarketSums } from './market-sums';
import type { StackFeature } from './stack-feature';

/** How a group of titles does at large. */
export interface GroupReach {
  /** Sum of the titles' reaches. */
  readonly reach: number;
  readonly titleCount: number;
}

/** What is counted on launches; all of it can be had without any one title. */
export interface MarketCounts {
  readonly countries: readonly string[];
  /** All titles. */
  readonly all: MarketSums;
  readonly globalRate: number;
  /** Country's rates, shrunk to the global one, `[countries]`. */
  readonly baseRates: readonly number[];
  /** By country of origin; those of unknown origin under `''`. */
  readonly origins: ReadonlyMap<string, MarketSums>;
  readonly genres: ReadonlyMap<string, GroupReach>;
  readonly people: ReadonlyMap<string, GroupReach>;
  readonly regions: LearntRegions;
  readonly donors: readonly LaunchedTitle[];
  /** `[donors × width]` */
  readonly vectors: DenseRows;
  /** Means over the donors, for a title of unknown age. */
  readonly meanLogAge: number;
  readonly newFraction: number;
}

/** A fitted stack, before calibration. */
export interface AudienceCore {
  readonly counts: MarketCounts;
  readonly features: readonly StackFeature[];
  /** Intercept first, `[1 + features]`. */
  readonly weights: ArrayLike<number>;
}
