import { catalogueOf, openPictureStore } from '@keyart/catalog';
import { createLogger, requiredDatabaseUrl } from '@keyart/common';
import { createDatabase } from '@keyart/db';
import { audienceForecastsOf } from '@keyart/insights';
import { BullJobProducer, queueOptions } from '@keyart/queue';
import { ApiMetrics } from '../operations/api-metrics';
import type { ApiDependencies, ApiOptions } from './api-options';

/** The service's parts, and how to close those made here. */
export interface ApiParts extends ApiDependencies {
  close(): Promise<void>;
}

/** Fills in the parts a caller did not give. @throws InputError `BAD_CONFIGURATION` without a database */
export function apiParts({ configuration, clock, dependencies: given = {} }: ApiOptions): ApiParts {
  const logger = given.logger ?? createLogger('api', configuration.LOG_LEVEL);
  const database = given.database ?? createDatabase(requiredDatabaseUrl(configuration));
  const jobs = given.jobs ?? createJobs(configuration);
  const catalogue = given.catalogue ?? catalogueOf(database, logger);
  return {
    ...{ logger, database, jobs, catalogue },
    metrics: given.metrics ?? new ApiMetrics(),
    pictures: given.pictures ?? openPictureStore(configuration),
    llm: given.llm ?? null,
    student: given.student ?? null,
    forecasts: given.forecasts ?? audienceForecastsOf(database, clock),
    sentiment: given.sentiment ?? null,
    inlineRanker: given.inlineRanker ?? null,
    close: async () => {
      if (!given.catalogue) catalogue.stop();
      if (!given.jobs) await jobs.close();
      if (!given.database) await database.close();
    },
  };
}

function createJobs(configuration: ApiOptions['configuration']): BullJobProducer {
  const location = {
    queueUrl: configuration.QUEUE_URL,
    databaseUrl: requiredDatabaseUrl(configuration),
  };
  return new BullJobProducer(queueOptions(location));
}
