import { messageOf, uniformFromKey, type Logger } from '@keyart/common';
import type { DecisionRecord, ShadowDecisionRecord } from '@keyart/contracts';
import type { ShadowDecisionsRepository } from '@keyart/db';
import { isEligible, type Candidate, type DecisionContext, type Policy } from '@keyart/ranking';
import { GroupCommit } from '../recording/group-commit';

/** A choice that was made, with what its policy looked at. */
export interface WatchedChoice {
  readonly record: DecisionRecord;
  readonly context: DecisionContext;
  readonly candidates: readonly Candidate[];
}

/** The production policy over a model that does not serve. */
export interface ShadowPolicy {
  readonly modelVersion: string;
  readonly policy: Policy;
}

/** How much is watched, and where it is kept. */
export interface ShadowWatchParts {
  readonly shadows: Pick<ShadowDecisionsRepository, 'insertMany'>;
  /** Share of production's decisions that are watched, in [0, 1]. */
  readonly fraction: number;
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
    try {
      const watched = choices.filter(({ record }) => this.isWatched(record));
      const notes = watched.flatMap((choice) => noteOf(shadow, choice) ?? []);
      const written = this.log.write(notes).catch((error: unknown) => this.report(error));
      this.writing = Promise.all([this.writing, written]).then(() => undefined);
    } catch (error) {
      this.report(error);
    }
  }

  /** Resolves when every note so far is written or given up. */
  settled(): Promise<void> {
    return this.writing;
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
