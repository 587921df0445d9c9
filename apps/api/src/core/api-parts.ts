import path from 'node:path';
import { FolderPictureStore } from '@keyart/catalog';
import { createLogger, InputError } from '@keyart/common';
import { createDatabase } from '@keyart/db';
import { BullJobProducer, queueOptions } from '@keyart/queue';
import type { ApiDependencies, ApiOptions } from './api-options';

/** The service's parts, and how to close those made here. */
export interface ApiParts extends ApiDependencies {
  close(): Promise<void>;
}

/** Fills in the parts a caller did not give. @throws InputError `BAD_CONFIGURATION` without a database */
export function apiParts({ configuration, dependencies: given = {} }: ApiOptions): ApiParts {
  const logger = given.logger ?? createLogger('api', configuration.LOG_LEVEL);
  const database = given.database ?? createDatabase(databaseUrl(configuration.DATABASE_URL));
  const jobs = given.jobs ?? createJobs(configuration);
  return {
    ...{ logger, database, jobs },
    pictures: given.pictures ?? new FolderPictureStore(path.join(configuration.KEYART_HOME, 'pictures')),
    llm: given.llm ?? null,
    inlineScorer: given.inlineScorer ?? null,
    close: async () => {
      if (!given.jobs) await jobs.close();
      if (!given.database) await database.close();
    },
  };
}

function createJobs(configuration: ApiOptions['configuration']): BullJobProducer {
  const location = {
    queueUrl: configuration.QUEUE_URL,
    databaseUrl: databaseUrl(configuration.DATABASE_URL),
  };
  return new BullJobProducer(queueOptions(location));
}

function databaseUrl(url: string | undefined): string {
  if (url) return url;
  throw new InputError(
    'BAD_CONFIGURATION',
    'configuration: DATABASE_URL is needed to start the API by itself',
  );
}
