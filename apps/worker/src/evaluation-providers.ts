import path from 'node:path';
import type { Provider } from '@nestjs/common';
import { EvaluationsRepository } from '@keyart/db';
import { servingParametersOf } from '@keyart/decisions';
import { LogStore, RequestEvaluator, RunEvaluation, type OpenedRanker } from '@keyart/offline-evaluation';
import { NoLlmError } from './no-llm.error';
import type { WorkerDependencies } from './worker-dependencies';

/** The use case that evaluates policies on logs. */
export function evaluationProviders(dependencies: WorkerDependencies): Provider[] {
  const { configuration, database, clock, logger } = dependencies;
  const folder = configuration.EVALUATION_LOGS ?? path.join(configuration.KEYART_HOME, 'logs');
  const evaluator = new RequestEvaluator({
    ...{ database, clock, logs: new LogStore(folder) },
    parameters: servingParametersOf(configuration),
    openRanker: () => openRanker(dependencies),
  });
  const evaluations = new EvaluationsRepository(database);
  const runEvaluation = new RunEvaluation({ evaluations, evaluator, clock, logger });
  return [{ provide: RunEvaluation, useValue: runEvaluation }];
}

/** The worker's own, which stays open. */
function openRanker({ llm }: WorkerDependencies): Promise<OpenedRanker> {
  if (!llm) return Promise.reject(new NoLlmError());
  const { ranker, calibration } = llm;
  return Promise.resolve({ ranker, calibration, close: () => Promise.resolve() });
}
