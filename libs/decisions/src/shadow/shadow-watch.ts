import { messageOf, uniformFromKey, type Logger } from '@keyart/common';
import type { DecisionRecord, ShadowDecisionRecord } from '@keyart/contracts';
import type { ShadowDecisionsRepository } from '@keyart/db';
import { isEligible, type Policy } from '@keyart/ranking';
import { GroupCommit } from '../recording/group-commit';
import type { ShadowScores } from './shadow-scores';
import type { WatchedChoice } from './watched-choice';

/** A served policy over a model that does not serve. */
export interface ShadowPolicy {
  /** In the registry. */
  readonly modelVersion: string;
  readonly policy: Policy;
  /** Model version whose label scores the policy reads in place of the page's; null: it reads none. */
  readonly scoresOf: string | null;
}

/** How much is watched, and where it is kept. */
export interface ShadowWatchParts {
  readonly shadows: Pick<ShadowDecisionsRepository, 'insertMany'>;
  /** Share of production's decisions that are watched, in [0, 1]. */
  readonly fraction: number;
  /** Finds a shadow LLM's own scores. */
  readonly scores: Pick<ShadowScores, 'withScores'>;
  readonly logger: Logger;
}

/** Salt of the choice of what is watched; by decision, so that no viewer is watched more than others. */
const SALT = 'shadow/1';

/**
 * Notes what a shadow model would have done in decisions that production made, once these are durable and answered for.
 * It never touches a choice, nobody waits for it, and what it cannot write it only reports: a note lost is a note less to
 * compare. Locked and pinned decisions are left out, since no model chose there.
 */
export class ShadowWatch {
  private readonly log: GroupCommit<ShadowDecisionRecord>;
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly parts: ShadowWatchParts) {
    this.log = new GroupCommit((records) => parts.shadows.insertMany(records));
  }

  /** Asks the shadow about a share of the choices. */
  watch(shadow: ShadowPolicy, choices: readonly WatchedChoice[]): void {
    const watched = choices.filter(({ record }) => this.isWatched(record));
    if (watched.length === 0) return;
    const noted = this.note(shadow, watched).catch((error: unknown) => this.report(error));
    this.writing = Promise.all([this.writing, noted]).then(() => undefined);
  }

  /** Resolves when every note so far is written or given up. */
  settled(): Promise<void> {
    return this.writing;
  }

  private async note(shadow: ShadowPolicy, watched: readonly WatchedChoice[]): Promise<void> {
    const { scoresOf } = shadow;
    const ready = scoresOf === null ? watched : await this.parts.scores.withScores(scoresOf, watched);
    await this.log.write(ready.flatMap((choice) => noteOf(shadow, choice) ?? []));
  }

  private isWatched({ decisionId, policy, isLocked }: DecisionRecord): boolean {
    return policy === 'production' && !isLocked && uniformFromKey(decisionId, SALT) < this.parts.fraction;
  }

  private report(error: unknown): void {
    this.parts.logger.warn({ reason: messageOf(error) }, 'a shadow decision could not be noted');
  }
}

function noteOf(
  { policy, modelVersion }: ShadowPolicy,
  { record, context, candidates }: WatchedChoice,
): ShadowDecisionRecord | null {
  const answer = policy.distribute(context, candidates);
  if (answer.kind === 'unavailable') return null;
  const entries = candidates.map(({ descriptor }, i) => [descriptor.artworkId, answer.probabilities[i]]);
  const probabilities = Object.fromEntries(entries.filter((_, i) => isEligible(candidates[i])));
  return { decisionId: record.decisionId, modelVersion, probabilities };
}
