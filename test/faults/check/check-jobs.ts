import type { GoodClient } from '../load/good-client';
import type { AcceptedJob, Ledger } from '../load/ledger';
import type { Finding } from './finding';

const LIMIT_MS = 180_000;

/** What became of the accepted jobs. */
export interface JobsOutcome {
  readonly findings: Finding[];
  /** Jobs that ended as failed, with a reason that can be read. */
  readonly failedCount: number;
}

/** Waits until every accepted job has completed or visibly failed; one that is gone or still waits at the end is lost. */
export async function checkJobs({ jobs }: Ledger, client: GoodClient): Promise<JobsOutcome> {
  const deadline = performance.now() + LIMIT_MS;
  const distinct = new Map(jobs.map((job) => [`${job.name}/${job.jobId}`, job]));
  const findings: Finding[] = [];
  let failedCount = 0;
  for (const job of distinct.values()) {
    const state = await settled(job, client, deadline);
    if (state === 'failed') failedCount++;
    if (state === 'unknown' || state === 'unfinished')
      findings.push({ kind: 'lost', during: job.during, what: `job ${job.name} ${job.jobId} is ${state}` });
  }
  return { findings, failedCount };
}

async function settled({ name, jobId }: AcceptedJob, client: GoodClient, deadline: number) {
  for (;;) {
    const state = await client.jobState(name, jobId);
    if (state !== 'unfinished' || performance.now() > deadline) return state;
  }
}
