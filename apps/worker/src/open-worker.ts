import { catalogueOf } from '@keyart/catalog';
import { requiredDatabaseUrl, SystemClock, type ProcessStart, type RunningProcess } from '@keyart/common';
import { createDatabase } from '@keyart/db';
import { openLlm } from '@keyart/llm';
import { createWorker } from './create-worker';

const CATALOGUE_REFRESH_INTERVAL_MS = 2_000;

/** Opens the worker from the configuration alone. `close` lets running jobs finish, see `createWorker`. */
export async function openWorker({ configuration, logger }: ProcessStart): Promise<RunningProcess> {
  const databaseUrl = requiredDatabaseUrl(configuration);
  const database = createDatabase(databaseUrl);
  const catalogue = catalogueOf(database, logger);
  await catalogue.start(CATALOGUE_REFRESH_INTERVAL_MS);
  const answer = await openLlm({ configuration, logger });
  if (answer.kind === 'missing') logger.warn({ reason: answer.reason }, 'the LLM tier is out');
  const llm = answer.kind === 'opened' ? answer.llm : null;
  const clock = new SystemClock();
  const worker = await createWorker({ configuration, database, databaseUrl, catalogue, llm, clock, logger });
  logger.info('taking jobs');
  return {
    close: async () => {
      await worker.close();
      catalogue.stop();
      await llm?.scorer.close();
      await database.close();
    },
  };
}
