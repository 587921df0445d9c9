import { setTimeout as sleep } from 'node:timers/promises';
import { createDatabase } from '@keyart/db';
import type { Cluster } from '../cluster/cluster';
import { REWARD_WINDOW_MS } from '../cluster/service-environment';
import type { GoodClient } from '../load/good-client';
import type { Ledger } from '../load/ledger';
import { checkDecisions } from './check-decisions';
import { checkEvents } from './check-events';
import { checkHistories } from './check-histories';
import { checkJobs, type JobsOutcome } from './check-jobs';
import { checkPictures } from './check-pictures';
import { checkRewards } from './check-rewards';

/** The spread of events behind an impression, and some more. */
const LAST_WINDOW_MS = REWARD_WINDOW_MS + 6_000;

/** Lets windows close and queues run dry, then holds the ledger against what the service kept. */
export async function settle(cluster: Cluster, client: GoodClient, ledger: Ledger): Promise<JobsOutcome> {
  await sleep(LAST_WINDOW_MS);
  const body = { asOf: new Date().toISOString() };
  const { jobId } = await client.insist<{ jobId: string }>('POST', '/v1/jobs/attribute-rewards', { body });
  ledger.jobs.push({ name: 'attribute-rewards', jobId, during: 'calm' });
  const jobs = await checkJobs(ledger, client);
  const database = createDatabase(cluster.database.url);
  try {
    const findings = [
      ...jobs.findings,
      ...(await checkDecisions(ledger, database)),
      ...(await checkEvents(ledger, database)),
      ...(await checkRewards(ledger, database, REWARD_WINDOW_MS)),
      ...(await checkHistories(ledger, database)),
      ...(await checkPictures(ledger, cluster.url)),
    ];
    return { findings, failedCount: jobs.failedCount };
  } finally {
    await database.close();
  }
}
