import {
  ArtworkScoresRepository,
  CaptionEmbeddingsRepository,
  LogRepository,
  MembersRepository,
  ModelVersionsRepository,
  TasteVersionsRepository,
} from '@keyart/db';
import {
  insightsOn,
  ServingModels,
  StudentTier,
  TrainProductionModels,
  vectorsOfStudent,
  type HybridSources,
} from '@keyart/decisions';
import type { WorkerDependencies } from './worker-dependencies';

/** The use case over the worker's parts; hybrids are learnt from the LLM and the student that serve when it runs. */
export function trainProductionModels(dependencies: WorkerDependencies): TrainProductionModels {
  const { database, catalogue, clock, configuration } = dependencies;
  return new TrainProductionModels({
    log: new LogRepository(database),
    members: new MembersRepository(database),
    tastes: new TasteVersionsRepository(database),
    catalogue,
    models: new ModelVersionsRepository(database),
    clock,
    insights: insightsOn(configuration),
    hybrid: hybridSources(dependencies),
  });
}

function hybridSources(dependencies: WorkerDependencies): HybridSources {
  const { database, configuration, llm: opened, logger } = dependencies;
  const llm = opened && { modelVersion: opened.ranker.modelVersion, calibration: opened.calibration };
  const models = new ServingModels({
    models: new ModelVersionsRepository(database),
    ...{ llm, isLlmOff: configuration.LLM === 'off', logger },
  });
  return {
    scores: new ArtworkScoresRepository(database),
    llm: async () => {
      await models.refresh();
      return models.current().llm;
    },
    student: () => studentTier(dependencies),
  };
}

async function studentTier({ database, student, logger }: WorkerDependencies): Promise<StudentTier | null> {
  if (!student) return null;
  const embeddings = new CaptionEmbeddingsRepository(database);
  const vectors = vectorsOfStudent(student.card, { embeddings, logger });
  await vectors.refresh();
  return new StudentTier({ student, vectors, logger });
}
