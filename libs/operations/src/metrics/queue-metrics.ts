import type { JobListener, QueueDepth, TriedJob } from '@keyart/queue';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

const JOB_BUCKETS_SECONDS = [0.01, 0.1, 1, 10, 60, 600, 3_600];
const MS_PER_SECOND = 1_000;

/** What waits in the queues and how jobs go. Every worker says the same of the queues: take the largest, not the sum. */
export class QueueMetrics implements JobListener {
  private readonly jobs;

  /** @param depths asked at each scrape; one that cannot be read leaves the last figures */
  constructor(registry: Registry, depths: () => Promise<readonly QueueDepth[]>) {
    const registers = [registry];
    this.jobs = new Histogram({
      ...{ name: 'keyart_job_seconds', help: 'Jobs tried by this worker', registers },
      ...{ labelNames: ['job', 'result'], buckets: JOB_BUCKETS_SECONDS },
    });
    const lag = new Gauge({
      ...{ name: 'keyart_queue_lag_seconds', help: 'Age of the oldest job that waits', registers },
      labelNames: ['job'],
    });
    const unread = new Counter({
      name: 'keyart_queue_unread_total',
      help: 'Queues could not be read',
      registers,
    });
    new Gauge({
      ...{ name: 'keyart_queue_jobs', help: 'Jobs by state', registers, labelNames: ['job', 'state'] },
      async collect() {
        const all = await depths().catch(() => null);
        if (!all) return unread.inc();
        for (const { job, counts, oldestWaitingMs } of all) {
          lag.set({ job }, oldestWaitingMs / MS_PER_SECOND);
          for (const [state, count] of Object.entries(counts)) this.set({ job, state }, count);
        }
      },
    });
  }

  tried({ job, result, elapsedMs }: TriedJob): void {
    this.jobs.observe({ job, result }, elapsedMs / MS_PER_SECOND);
  }
}
