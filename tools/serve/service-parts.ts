import path from 'node:path';
import {
  catalogueOf,
  importFixtures,
  openPictureStore,
  type CatalogueCache,
  type PictureStore,
} from '@keyart/catalog';
import { projectRoot, showProgress, type Configuration, type Logger } from '@keyart/common';
import {
  ArtworksRepository,
  createDatabase,
  MembersRepository,
  TitlesRepository,
  type Database,
} from '@keyart/db';
import { ApiMetrics } from '../../apps/api/src/operations/api-metrics';
import { ensureDatabase } from '../embedded-postgres';
import { openStudent, type Student } from '@keyart/decisions';
import { openLlm, type OpenedLlm } from '@keyart/llm';
import type { SentimentEngine } from '@keyart/sentiment';
import { openSentimentOrWarn } from '@keyart/voice';
import { openVision, type Vision } from '@keyart/vision';

/** Folder of the fixture catalogue and viewers. */
export const FIXTURES = path.join(projectRoot(), 'artwork-fixtures');

/** What API and worker of one process share. */
export interface ServiceParts {
  readonly database: Database;
  readonly databaseUrl: string;
  readonly pictures: PictureStore;
  readonly vision: Vision;
  readonly catalogue: CatalogueCache;
  readonly metrics: ApiMetrics;
  readonly llm: OpenedLlm | null;
  /** Why there is no LLM; null when there is one. */
  readonly llmMissing: string | null;
  /** null: none is configured. */
  readonly student: Student | null;
  /** null: there is none, and reviews wait. */
  readonly sentiment: SentimentEngine | null;
  close(): Promise<void>;
}

async function loadFixtures(database: Database, store: PictureStore): Promise<void> {
  const progress = showProgress('fixtures');
  const repositories = {
    titles: new TitlesRepository(database),
    artworks: new ArtworksRepository(database),
    members: new MembersRepository(database),
  };
  const counts = await importFixtures({
    directory: FIXTURES,
    repositories,
    store,
    onProgress: progress.update,
  });
  progress.done(`${counts.titles} titles, ${counts.artworks} artworks, ${counts.members} viewers`);
}

/** Opens database, pictures, fixtures, catalogue and LLM for this process. */
export async function openServiceParts(configuration: Configuration, logger: Logger): Promise<ServiceParts> {
  const student = await openStudent(configuration);
  const running = await ensureDatabase(configuration);
  const database = createDatabase(running.url);
  const pictures = openPictureStore(configuration);
  await loadFixtures(database, pictures);
  const catalogue = catalogueOf(database, logger);
  await catalogue.start(2000);
  const metrics = new ApiMetrics();
  const vision = await openVision(configuration);
  const sentiment = await openSentimentOrWarn(logger);
  const answer = await openLlm({ configuration, logger, listener: metrics.llm });
  const llm = answer.kind === 'opened' ? answer.llm : null;
  return {
    ...{ database, databaseUrl: running.url, pictures, vision, catalogue, metrics, llm, student, sentiment },
    llmMissing: answer.kind === 'missing' ? answer.reason : null,
    close: async () => {
      catalogue.stop();
      await vision.close();
      await llm?.scorer.close();
      await student?.close();
      await database.close();
      await running.stop();
    },
  };
}
