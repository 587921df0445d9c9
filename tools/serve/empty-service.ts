import { catalogueOf, openPictureStore } from '@keyart/catalog';
import { createLogger, ManualClock, newApiKey, type Configuration } from '@keyart/common';
import { API_SCOPES } from '@keyart/contracts';
import { ApiKeysRepository, createDatabase, type Database } from '@keyart/db';
import { BullJobProducer, queueOptions } from '@keyart/queue';
import { openVision } from '@keyart/vision';
import { createApi } from '../../apps/api/src/create-api';
import type { OpenedService } from '../../apps/evaluator/src/open-service';
import { createWorker } from '../../apps/worker/src/create-worker';
import { ensureDatabase } from '../embedded-postgres';

const CATALOGUE_REFRESH_INTERVAL_MS = 2_000;

/** Stand-in pictures show nothing: what would be read off them would only blur what is said of them. */
class UnreadPictures extends BullJobProducer {
  override readPicture(): Promise<{ jobId: string }> {
    return Promise.resolve({ jobId: '' });
  }
}

async function makeKey(database: Database): Promise<string> {
  const { key, keyHash, prefix } = newApiKey();
  await new ApiKeysRepository(database).create({ name: 'world', keyHash, prefix, scopes: API_SCOPES });
  return key;
}

/**
 * API and worker in this process on the configured database, without fixtures, LLM, schedules and the reading of pictures, on a clock
 * that begins now and stands still until it is moved.
 */
export async function startEmptyService(given: Configuration): Promise<OpenedService> {
  const configuration: Configuration = { ...given, LLM: 'off', SCHEDULES: 'off', PORT: 0, HOST: '127.0.0.1' };
  const clock = new ManualClock(Date.now());
  const running = await ensureDatabase(configuration);
  const logger = createLogger('world', configuration.LOG_LEVEL);
  const database = createDatabase(running.url);
  const pictures = openPictureStore(configuration);
  const catalogue = catalogueOf(database, logger);
  await catalogue.start(CATALOGUE_REFRESH_INTERVAL_MS);
  const vision = await openVision(configuration);
  const databaseUrl = running.url;
  const jobs = new UnreadPictures(queueOptions({ queueUrl: configuration.QUEUE_URL, databaseUrl }));
  const shared = { database, pictures, catalogue, logger };
  const api = await createApi({ configuration, clock, dependencies: { ...shared, jobs } });
  await api.listen(configuration.PORT, configuration.HOST);
  const worker = await createWorker({ ...shared, configuration, clock, databaseUrl, vision, llm: null });
  const stop = async (): Promise<void> => {
    await worker.close();
    await api.close();
    await jobs.close();
    catalogue.stop();
    await vision.close();
    await database.close();
    await running.stop();
  };
  return { url: await api.getUrl(), apiKey: await makeKey(database), clock, stop };
}
