import type { DecisionRecord } from '@keyart/contracts';
import type { EvaluationResult } from '@keyart/decision-log';
import type { EventReceipt } from './api-client';
import { commandAgain, type LogEvaluation } from './evaluate-own-log';
import type { NoVideoStory, VideoStory } from './film-a-video';

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
  /** Experiment that the last visit belonged to, with version; null: there was none. */
  readonly experiment: string | null;
  /** What became of a clip. */
  readonly video: VideoStory | NoVideoStory;
  /** Absolute. */
  readonly logFile: string;
  /** Absolute. */
  readonly reportFile: string;
  readonly evaluation: Pick<LogEvaluation, 'htmlFile' | 'jsonFile'> &
    Pick<EvaluationResult, 'verdict' | 'summary' | 'command'>;
  readonly timingsMs: Readonly<Record<string, number>>;
}

/** What a run leaves behind. */
export interface DemoOutcome {
  readonly counts: Pick<DemoResult, 'titles' | 'artworks' | 'members'>;
  readonly records: readonly DecisionRecord[];
  readonly events: EventReceipt;
  readonly experiment: string | null;
  readonly evaluation: LogEvaluation;
  readonly video: VideoStory | NoVideoStory;
  readonly logFile: string;
  readonly reportFile: string;
  readonly timingsMs: Readonly<Record<string, number>>;
}

/** The outcome as the one JSON object. */
export function demoResultOf(outcome: DemoOutcome): DemoResult {
  const { counts, records, events, evaluation, ...rest } = outcome;
  const { result, htmlFile, jsonFile } = evaluation;
  const { verdict, summary } = result;
  return {
    ...counts,
    decisions: records.map(({ memberId, titleId, artworkId, source, policy, propensity }) => {
      return { memberId, titleId, artworkId, source, policy, propensity };
    }),
    events: { accepted: events.accepted, duplicates: events.duplicates, rejected: events.rejected.length },
    ...rest,
    evaluation: { verdict, summary, htmlFile, jsonFile, command: commandAgain(result) },
  };
}
