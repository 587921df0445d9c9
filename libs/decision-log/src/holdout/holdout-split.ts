/** Version of the rule; another rule gets another one, so that equal salts do not pass for an equal split. */
export const HOLDOUT_SPLIT_VERSION = 'holdout-split/1';

/**
 * What divides members and time: decisions of held-out members, and decisions from a moment on, are kept from training. Data alone, so
 * that whoever trains divides as whoever evaluates did.
 */
export interface HoldoutSplit {
  readonly version: typeof HOLDOUT_SPLIT_VERSION;
  /** Names the draw of members; another salt draws others. */
  readonly salt: string;
  /** Share of the members that is held out, in (0, 1). */
  readonly memberShare: number;
  /** First moment that is held out, ISO 8601, UTC. */
  readonly from: string;
}
