import path from 'node:path';
import { CatalogueCache } from '@keyart/catalog';
import { createLogger, loadConfiguration, projectRoot, SystemClock } from '@keyart/common';
import { ArtworksRepository, createDatabase, TitlesRepository } from '@keyart/db';
import { openLlm } from '@keyart/llm';
import { createWorker } from '../../../apps/worker/src/create-worker';

const REFRESH_INTERVAL_MS = 2_000;

/** The worker as a process of its own, with the embedded model. */
async function main(): Promise<void> {
  const configuration = loadConfiguration();
  const logger = createLogger('worker', configuration.LOG_LEVEL);
  const databaseUrl = configuration.DATABASE_URL ?? '';
  const database = createDatabase(databaseUrl);
  const [titles, artworks] = [new TitlesRepository(database), new ArtworksRepository(database)];
  const catalogue = new CatalogueCache({ titles, artworks, logger });
  await catalogue.start(REFRESH_INTERVAL_MS);
  const manifestPath = path.join(projectRoot(), 'models/manifest.json');
  const answer = await openLlm({ configuration, manifestPath, logger });
  const llm = answer.kind === 'opened' ? answer.llm : null;
  await createWorker({
    ...{ configuration, database, databaseUrl, catalogue, llm, logger },
    clock: new SystemClock(),
  });
}

void main();
