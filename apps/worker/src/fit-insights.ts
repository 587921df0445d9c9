import {
  LogRepository,
  MembersRepository,
  ModelVersionsRepository,
  TasteVersionsRepository,
} from '@keyart/db';
import { FitInsights, type InsightFacts } from '@keyart/decisions';
import { KeepTransferModel } from '@keyart/insights';
import type { WorkerDependencies } from './worker-dependencies';

/** The use case over the worker's parts. */
export function fitInsights({ database, catalogue, clock }: WorkerDependencies): FitInsights {
  const models = new ModelVersionsRepository(database);
  const keep = new KeepTransferModel({ models, clock });
  return new FitInsights({
    log: new LogRepository(database),
    members: new MembersRepository(database),
    tastes: new TasteVersionsRepository(database),
    ...{ models, catalogue, clock },
    onFit: async (learnt) => void (await keep.run(learnt)),
    facts: (): Promise<InsightFacts> => Promise.resolve({ scenes: new Map(), regionOf: {} }),
  });
}
