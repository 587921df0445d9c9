import type { Provider } from '@nestjs/common';
import { ASPECTS } from '@keyart/contracts';
import { AttributeRewards, BuildProfile, ScoreMember, TrainProductionModels } from '@keyart/decisions';
import {
  ArtworkScoresRepository,
  LogRepository,
  MembersRepository,
  ModelVersionsRepository,
  RewardsRepository,
  ServingContextRepository,
  TasteVersionsRepository,
} from '@keyart/db';
import { NoLlmError } from './no-llm.error';
import type { WorkerDependencies } from './worker-dependencies';

/** Stands in for the ranker where there is no LLM: every precompute job then fails for good, saying why. */
const absentRanker = {
  modelVersion: 'none',
  rank: (): Promise<never> => Promise.reject(new NoLlmError()),
};

function scoreMember({ configuration, database, catalogue, llm, clock }: WorkerDependencies): ScoreMember {
  return new ScoreMember({
    members: new MembersRepository(database),
    context: new ServingContextRepository(database),
    scores: new ArtworkScoresRepository(database),
    catalogue,
    ranker: llm?.ranker ?? absentRanker,
    formulation: llm?.model.formulation ?? 'pointwise',
    locales: configuration.PRECOMPUTE_LOCALES,
    aspects: ASPECTS.filter((aspect) => configuration.PRECOMPUTE_ASPECTS?.includes(aspect) ?? true),
    clock,
  });
}

function trainProductionModels({ database, catalogue, clock }: WorkerDependencies): TrainProductionModels {
  return new TrainProductionModels({
    log: new LogRepository(database),
    members: new MembersRepository(database),
    tastes: new TasteVersionsRepository(database),
    catalogue,
    models: new ModelVersionsRepository(database),
    clock,
  });
}

/** The use cases that processors call, built from the worker's dependencies. */
export function useCaseProviders(dependencies: WorkerDependencies): Provider[] {
  const { database, configuration, clock } = dependencies;
  const rewards = new RewardsRepository(database);
  const windowMs = configuration.REWARD_WINDOW_MS;
  return [
    { provide: BuildProfile, useValue: new BuildProfile(new MembersRepository(database)) },
    { provide: ScoreMember, useValue: scoreMember(dependencies) },
    { provide: AttributeRewards, useValue: new AttributeRewards({ rewards, windowMs, clock }) },
    { provide: TrainProductionModels, useValue: trainProductionModels(dependencies) },
  ];
}
