import type { INestApplicationContext } from '@nestjs/common';
import { catalogueOf, openPictureStore } from '@keyart/catalog';
import {
  requiredDatabaseUrl,
  SystemClock,
  type Configuration,
  type ProcessStart,
  type RunningProcess,
} from '@keyart/common';
import { createDatabase, type Database } from '@keyart/db';
import { openStudent } from '@keyart/decisions';
import { openLlmOrWarn } from '@keyart/llm';
import {
  createMetrics,
  LlmMetrics,
  ReviewMetrics,
  startMetricsServer,
  startTracing,
  type MetricsServer,
  type Registry,
} from '@keyart/operations';
import { openVision } from '@keyart/vision';
import { openSentimentOrWarn } from '@keyart/voice';
import { closeWorker } from './close-worker';
import { createWorker } from './create-worker';
import { workerMetrics } from './operations/worker-metrics';

const CATALOGUE_REFRESH_INTERVAL_MS = 2_000;

/** Opens the worker from the configuration alone. `close` lets running jobs finish for `WORKER_DRAIN_MS`, see `closeWorker`. */
export async function openWorker({ configuration, logger }: ProcessStart): Promise<RunningProcess> {
  const databaseUrl = requiredDatabaseUrl(configuration);
  const student = await openStudent(configuration);
  const tracing = startTracing('keyart-worker', configuration.OTEL_EXPORTER_OTLP_ENDPOINT);
  const database = createDatabase(databaseUrl);
  const catalogue = catalogueOf(database, logger);
  await catalogue.start(CATALOGUE_REFRESH_INTERVAL_MS);
  const registry = createMetrics();
  const pictures = openPictureStore(configuration);
  const vision = await openVision(configuration);
  for (const missing of vision.missing) logger.warn(`not on this machine: ${missing}`);
  const llm = await openLlmOrWarn({ configuration, logger, listener: new LlmMetrics(registry) });
  const sentiment = await openSentimentOrWarn(logger);
  const reviewMetrics = new ReviewMetrics(registry);
  const clock = new SystemClock();
  let worker: INestApplicationContext | null = null;
  const windowMs = configuration.REWARD_WINDOW_MS;
  const listener = workerMetrics(registry, { database, clock, windowMs, worker: () => worker });
  const parts = {
    configuration,
    database,
    databaseUrl,
    catalogue,
    pictures,
    vision,
    llm,
    student,
    sentiment,
    onReviewProfiled: (lagMs: number) => reviewMetrics.profiled(lagMs),
    clock,
    logger,
    listener,
  };
  const running = (worker = await createWorker(parts));
  const server = await openMetricsServer(configuration, registry, database);
  logger.info({ metricsUrl: server?.url }, 'taking jobs');
  return {
    close: async () => {
      await closeWorker(running, configuration.WORKER_DRAIN_MS);
      await server?.close();
      catalogue.stop();
      await vision.close();
      await llm?.scorer.close();
      await student?.close();
      await database.close();
      await tracing.close();
    },
  };
}

async function openMetricsServer(
  { HOST: host, WORKER_METRICS_PORT: port }: Configuration,
  registry: Registry,
  database: Database,
): Promise<MetricsServer | null> {
  if (port === undefined) return null;
  const checkReady = async (): Promise<void> => void (await database.query({ text: 'SELECT 1' }));
  return startMetricsServer({ registry, host, port, checkReady });
}
