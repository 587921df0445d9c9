import type { Provider } from '@nestjs/common';
import { SynopsisEmbeddingsRepository, TitleMapsRepository, TitlesRepository } from '@keyart/db';
import { draftMapInThread, RebuildMap } from '@keyart/insights';
import type { WorkerDependencies } from './worker-dependencies';

/** The use case that makes the similarity map. */
export function mapProviders({ database, vision, clock }: WorkerDependencies): Provider[] {
  const rebuildMap = new RebuildMap({
    titles: new TitlesRepository(database),
    maps: new TitleMapsRepository(database),
    embeddings: new SynopsisEmbeddingsRepository(database),
    ...{ embedder: vision.embedder, build: draftMapInThread, clock },
  });
  return [{ provide: RebuildMap, useValue: rebuildMap }];
}
