import type { LeftOutReason, WorkKind } from '@keyart/contracts';
import type { Amount } from './amount';
import type { TrackKind } from './track';

/** What makes the value of a piece of work in one country, all that is multiplied. */
export interface CountryReason {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** That the title finds its audience there, with its 80% interval, in [0, 1]. */
  readonly probability: Amount;
  /** People whom the service can reach. */
  readonly marketSize: number;
  /** Share of them that the language serves, in [0, 1]; of a campaign: that can follow the title as it stands. */
  readonly languageShare: number;
  /** Share that likes a track of this kind, in [0, 1]; null: no track. */
  readonly modePreference: number | null;
  /** Tracks there are already that somebody there can use, like `dub:de`. */
  readonly existing: readonly string[];
  /** Expected viewers gained there, given what comes before in the plan. */
  readonly viewers: Amount;
}

/** Expected viewers, what they are worth (US dollars), what it costs, and what is left. */
export interface WorkValue {
  readonly viewers: Amount;
  readonly value: Amount;
  readonly cost: number;
  /** Point value less cost. */
  readonly netValue: number;
}

/** A piece of work. */
export interface WorkItem extends WorkValue {
  readonly kind: WorkKind;
  /** ISO 639-1; null: a campaign. */
  readonly language: string | null;
  /** ISO 3166-1 alpha-2; null: serves every country of its language. */
  readonly country: string | null;
  /** Sums up to and with this item; of an item left out: what they were with it. */
  readonly cumulative: WorkValue;
  /** The countries that gain, largest gain first. */
  readonly reasons: readonly CountryReason[];
  /** The same in words. */
  readonly sentence: string;
}

/** A piece of work that is not in the plan; its values are given the whole plan. */
export interface LeftOutItem extends WorkItem {
  readonly why: LeftOutReason;
}

/** Whether it is one of the kinds of work that make a track. */
export function isTrackWork(kind: WorkKind): kind is TrackKind {
  return kind === 'subtitle' || kind === 'dub';
}
