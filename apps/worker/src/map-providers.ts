import type { Provider } from '@nestjs/common';
import {
  MicroGenresRepository,
  SynopsisEmbeddingsRepository,
  TitleMapsRepository,
  TitlesRepository,
} from '@keyart/db';
import { draftMapInThread, findMicroGenresInThread, RebuildMap, RebuildMicroGenres } from '@keyart/insights';
import type { WorkerDependencies } from './worker-dependencies';

/** The use cases that make the similarity map and the micro-genres. */
export function mapProviders({ database, vision, clock }: WorkerDependencies): Provider[] {
  const rebuildMap = new RebuildMap({
    titles: new TitlesRepository(database),
    maps: new TitleMapsRepository(database),
    embeddings: new SynopsisEmbeddingsRepository(database),
    ...{ embedder: vision.embedder, build: draftMapInThread, clock },
  });
  const rebuildMicroGenres = new RebuildMicroGenres({
    titles: new TitlesRepository(database),
    microGenres: new MicroGenresRepository(database),
    ...{ find: findMicroGenresInThread, clock },
  });
  return [
    { provide: RebuildMap, useValue: rebuildMap },
    { provide: RebuildMicroGenres, useValue: rebuildMicroGenres },
  ];
}
