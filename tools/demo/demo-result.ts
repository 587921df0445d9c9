import type { DecisionRecord } from '@keyart/contracts';
import type { EventReceipt } from './api-client';

/** What `npm run demo -- --json` prints. */
export interface DemoResult {
  readonly titles: number;
  readonly artworks: number;
  readonly members: number;
  readonly decisions: readonly Pick<
    DecisionRecord,
    'memberId' | 'titleId' | 'artworkId' | 'source' | 'policy' | 'propensity'
  >[];
  readonly events: { readonly accepted: number; readonly duplicates: number; readonly rejected: number };
  /** Absolute. */
  readonly logFile: string;
  /** Absolute. */
  readonly reportFile: string;
  readonly timingsMs: Readonly<Record<string, number>>;
}

/** What a run leaves behind. */
export interface DemoOutcome {
  readonly counts: Pick<DemoResult, 'titles' | 'artworks' | 'members'>;
  readonly records: readonly DecisionRecord[];
  readonly events: EventReceipt;
  readonly logFile: string;
  readonly reportFile: string;
  readonly timingsMs: Readonly<Record<string, number>>;
}

/** The outcome as the one JSON object. */
export function demoResultOf({ counts, records, events, ...rest }: DemoOutcome): DemoResult {
  return {
    ...counts,
    decisions: records.map(({ memberId, titleId, artworkId, source, policy, propensity }) => {
      return { memberId, titleId, artworkId, source, policy, propensity };
    }),
    events: { accepted: events.accepted, duplicates: events.duplicates, rejected: events.rejected.length },
    ...rest,
  };
}
