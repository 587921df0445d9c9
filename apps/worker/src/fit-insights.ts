import {
  LogRepository,
  MembersRepository,
  ModelVersionsRepository,
  TasteVersionsRepository,
} from '@keyart/db';
import { FitInsights, type InsightFacts } from '@keyart/decisions';
import type { WorkerDependencies } from './worker-dependencies';

/** The use case over the worker's parts. */
export function fitInsights({ database, catalogue, clock }: WorkerDependencies): FitInsights {
  return new FitInsights({
    log: new LogRepository(database),
    members: new MembersRepository(database),
    tastes: new TasteVersionsRepository(database),
    models: new ModelVersionsRepository(database),
    ...{ catalogue, clock },
    facts: (): Promise<InsightFacts> => Promise.resolve({ scenes: new Map(), regionOf: {} }),
  });
}
