import { getQueueToken } from '@nestjs/bullmq';
import type { Provider } from '@nestjs/common';
import { PrecomputeRunWalk, ScoreMemberByAll, ScoreRunMember, type RunMember } from '@keyart/decisions';
import { PrecomputeRunsRepository } from '@keyart/db';
import { deduplicationOf } from '@keyart/queue';
import type { Queue } from 'bullmq';
import { NoLlmError } from './no-llm.error';
import type { WorkerDependencies } from './worker-dependencies';

/** Behind every job without a priority: somebody waits for those. */
const RUN_PRIORITY = 10;

/** The walk over a run's members and their turns, over the queue that scores members. */
export function precomputeRunProviders({ database, clock, llm }: WorkerDependencies): Provider[] {
  const runs = new PrecomputeRunsRepository(database);
  const missing = llm ? null : new NoLlmError().code;
  const walkOf = (queue: Queue): PrecomputeRunWalk =>
    new PrecomputeRunWalk({ runs, clock, missing, enqueue: (member) => enqueue(queue, member) });
  const turnsOf = (scoreMember: ScoreMemberByAll, walk: PrecomputeRunWalk): ScoreRunMember =>
    new ScoreRunMember({ runs, clock, scoreMember, walk });
  return [
    { provide: PrecomputeRunWalk, useFactory: walkOf, inject: [getQueueToken('precompute-scores')] },
    { provide: ScoreRunMember, useFactory: turnsOf, inject: [ScoreMemberByAll, PrecomputeRunWalk] },
  ];
}

async function enqueue(queue: Queue, member: RunMember): Promise<void> {
  const options = { priority: RUN_PRIORITY, deduplication: deduplicationOf(member) };
  await queue.add('precompute-scores', member, options);
}
