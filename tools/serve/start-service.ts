import type { Clock, Configuration } from '@keyart/common';
import { createLogger } from '@keyart/common';
import { BullJobProducer, queueOptions } from '@keyart/queue';
import { llmParts } from '../../apps/api/src/core/llm-parts';
import { createApi } from '../../apps/api/src/create-api';
import { createWorker } from '../../apps/worker/src/create-worker';
import { ensureDemoKey } from './demo-key';
import { openServiceParts, type ServiceParts } from './service-parts';

/** API and worker in one process, listening. */
export interface RunningService {
  readonly url: string;
  readonly apiKey: string;
  readonly parts: ServiceParts;
  close(): Promise<void>;
}

async function startApi(parts: ServiceParts, { configuration, clock }: ServiceOptions) {
  const { database, databaseUrl, pictures, catalogue, metrics, llm, student, sentiment } = parts;
  const jobs = new BullJobProducer(queueOptions({ queueUrl: configuration.QUEUE_URL, databaseUrl }));
  const logger = createLogger('api', configuration.LOG_LEVEL);
  const own = { database, jobs, pictures, catalogue, metrics, logger, student, sentiment };
  const dependencies = { ...own, ...llmParts(llm) };
  const app = await createApi({ configuration, clock, dependencies, withPages: true });
  await app.listen(configuration.PORT, configuration.HOST);
  const close = (): Promise<unknown> => app.close().then(() => jobs.close());
  return { url: await app.getUrl(), close };
}

/** How the service runs. */
export interface ServiceOptions {
  readonly configuration: Configuration;
  readonly clock: Clock;
}

/** Starts everything on the defaults, or on what the configuration names: database, fixtures, model, API, worker. */
export async function startService(options: ServiceOptions): Promise<RunningService> {
  const { configuration, clock } = options;
  const logger = createLogger('worker', configuration.LOG_LEVEL);
  const parts = await openServiceParts(configuration, logger);
  const { database, databaseUrl, catalogue, pictures, vision, llm, student, sentiment } = parts;
  const apiKey = await ensureDemoKey(configuration.KEYART_HOME, database);
  const api = await startApi(parts, options);
  const shared = { database, databaseUrl, catalogue, pictures, vision, llm, student, sentiment };
  const worker = await createWorker({ ...shared, configuration, clock, logger });
  const close = async (): Promise<void> => {
    await worker.close();
    await api.close();
    await parts.close();
  };
  return { url: api.url, apiKey, parts, close };
}
