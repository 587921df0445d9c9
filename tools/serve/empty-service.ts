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

/** Opens one part after the other, and tells how to close each. */
async function open(
  configuration: Configuration,
  toClose: (close: () => unknown) => void,
): Promise<Omit<OpenedService, 'stop'>> {
  const clock = new ManualClock(Date.now());
  const running = await ensureDatabase(configuration);
  toClose(() => running.stop());
  const databaseUrl = running.url;
  const logger = createLogger('world', configuration.LOG_LEVEL);
  const database = createDatabase(databaseUrl);
  toClose(() => database.close());
  const pictures = openPictureStore(configuration);
  const vision = await openVision(configuration);
  toClose(() => vision.close());
  const catalogue = catalogueOf(database, logger);
  toClose(() => catalogue.stop());
  await catalogue.start(CATALOGUE_REFRESH_INTERVAL_MS);
  const jobs = new UnreadPictures(queueOptions({ queueUrl: configuration.QUEUE_URL, databaseUrl }));
  toClose(() => jobs.close());
  const shared = { database, pictures, catalogue, logger };
  const api = await createApi({ configuration, clock, dependencies: { ...shared, jobs } });
  toClose(() => {
    // Whoever was told to end has left calls unanswered, whose connections would be waited for.
    api.getHttpServer().closeAllConnections();
    return api.close();
  });
  await api.listen(configuration.PORT, configuration.HOST);
  const worker = await createWorker({ ...shared, configuration, clock, databaseUrl, vision, llm: null });
  toClose(() => worker.close());
  return { url: await api.getUrl(), apiKey: await makeKey(database), clock };
}

/**
 * API and worker in this process on the configured database, without fixtures, LLM, schedules and the reading of pictures, on a
 * clock that begins now and stands still until it is moved.
 */
export async function startEmptyService(given: Configuration): Promise<OpenedService> {
  const configuration: Configuration = { ...given, LLM: 'off', SCHEDULES: 'off', PORT: 0, HOST: '127.0.0.1' };
  const closings: (() => unknown)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closings.splice(0).reverse()) await close();
  };
  try {
    return { ...(await open(configuration, (close) => closings.push(close))), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
