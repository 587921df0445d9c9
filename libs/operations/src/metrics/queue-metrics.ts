import type { JobListener, QueueDepth, TriedJob } from '@keyart/queue';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

const JOB_BUCKETS_SECONDS = [0.01, 0.1, 1, 10, 60, 600, 3_600];
const MS_PER_SECOND = 1_000;

type Depths = () => Promise<readonly QueueDepth[]>;

/** What waits in the queues and how jobs go. Every worker says the same of the queues: take the largest, not the sum. */
export class QueueMetrics implements JobListener {
  private readonly jobs;

  /** @param depths asked at each scrape; one that cannot be read leaves the last figures */
  constructor(registry: Registry, depths: Depths) {
    const registers = [registry];
    this.jobs = new Histogram({
      ...{ name: 'keyart_job_seconds', help: 'Jobs tried by this worker', registers },
      ...{ labelNames: ['job', 'result'], buckets: JOB_BUCKETS_SECONDS },
    });
    const unread = new Counter({
      ...{ name: 'keyart_queue_unread_total', help: 'Scrapes at which queues could not be read', registers },
    });
    const read = readOnceAtATime(depths, () => unread.inc());
    new Gauge({
      ...{ name: 'keyart_queue_jobs', help: 'Jobs by state', registers, labelNames: ['job', 'state'] },
      async collect() {
        for (const { job, counts } of await read())
          for (const [state, count] of Object.entries(counts)) this.set({ job, state }, count);
      },
    });
    new Gauge({
      ...{ name: 'keyart_queue_lag_seconds', help: 'Age of the oldest job that waits', registers },
      labelNames: ['job'],
      async collect() {
        for (const { job, oldestWaitingMs } of await read())
          this.set({ job }, oldestWaitingMs / MS_PER_SECOND);
      },
    });
  }

  tried({ job, result, elapsedMs }: TriedJob): void {
    this.jobs.observe({ job, result }, elapsedMs / MS_PER_SECOND);
  }
}

/** Both gauges of a scrape share one reading. */
function readOnceAtATime(depths: Depths, onFailure: () => void): Depths {
  let reading: ReturnType<Depths> | null = null;
  const read = async (): ReturnType<Depths> => {
    try {
      return await depths();
    } catch {
      onFailure();
      return [];
    } finally {
      reading = null;
    }
  };
  return () => (reading ??= read());
}
