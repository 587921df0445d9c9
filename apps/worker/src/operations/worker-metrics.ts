import { getQueueToken } from '@nestjs/bullmq';
import type { INestApplicationContext } from '@nestjs/common';
import type { Clock } from '@keyart/common';
import { JOB_NAMES } from '@keyart/contracts';
import { RewardLagRepository, type Database } from '@keyart/db';
import { poolMetrics, QueueMetrics, rewardMetrics, type Registry } from '@keyart/operations';
import { queueDepthOf, type JobListener, type QueueDepth } from '@keyart/queue';
import type { Queue } from 'bullmq';

/** What the worker's metrics are read from. */
export interface WorkerMetricsParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly windowMs: number;
  /** The running worker; null until it runs. */
  readonly worker: () => INestApplicationContext | null;
}

/** Registers what the worker counts. @returns who is to be told how jobs go */
export function workerMetrics(registry: Registry, parts: WorkerMetricsParts): JobListener {
  poolMetrics(registry, parts.database);
  rewardMetrics(registry, () => attributionLagMs(parts));
  return new QueueMetrics(registry, () => depths(parts));
}

async function depths({ worker, clock }: WorkerMetricsParts): Promise<QueueDepth[]> {
  const running = worker();
  if (!running) return [];
  const nowMs = clock.nowMs();
  return Promise.all(
    JOB_NAMES.map((name) =>
      queueDepthOf(name, running.get<Queue>(getQueueToken(name), { strict: false }), nowMs),
    ),
  );
}

async function attributionLagMs({ database, clock, windowMs }: WorkerMetricsParts): Promise<number> {
  const oldest = await new RewardLagRepository(database).oldestImpressionAt();
  return oldest ? Math.max(0, clock.nowMs() - oldest.getTime() - windowMs) : 0;
}
