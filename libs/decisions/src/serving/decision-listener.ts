import type { HitCounts } from '@keyart/common';
import type { DecisionRecord } from '@keyart/contracts';
import type { PageStep } from './page-steps';
import type { UndecidableTitle } from './title-candidates';

/** A page that was answered. */
export interface DecidedPage {
  /** Durable by now. */
  readonly records: readonly DecisionRecord[];
  /** Titles without a picture. */
  readonly undecidable: readonly UndecidableTitle[];
  /** Titles whose policy reads label scores: found precomputed or not; zero for other policies. */
  readonly precomputed: HitCounts;
  readonly elapsedMs: number;
  readonly stepsMs: Readonly<Record<PageStep, number>>;
}

/** Told of every answered page, after its decisions are durable; must be quick and must not throw. */
export interface DecisionListener {
  decided(page: DecidedPage): void;
}
