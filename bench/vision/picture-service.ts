import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { FolderPictureStore, importFixtures } from '@keyart/catalog';
import type { ArtworkRecord, FaceBox } from '@keyart/contracts';
import { ArtworksRepository, MembersRepository, TitlesRepository, type Database } from '@keyart/db';
import { openBenchDatabase } from '../service/bench-database';
import { forkApi } from '../service/fork-api';

/** What every picture is said to show, so that each crop is planned. */
export const BENCH_SUBJECT = {
  faces: {
    faces: [{ box: { x: 0.55, y: 0.1, width: 0.2, height: 0.3 }, confidence: 0.9 } satisfies FaceBox],
  },
  lettering: { lines: [] },
  composition: { saliencyCentroid: { x: 0.5, y: 0.5 } },
};

/** The fixtures' pictures behind the API, which has a process of its own and an empty cache. */
export interface PictureService {
  readonly url: string;
  readonly artworks: readonly ArtworkRecord[];
  readonly pictures: FolderPictureStore;
  /** Processor time of the API so far. */
  cpuMs(): Promise<number>;
  close(): Promise<void>;
}

/** @param fixtures folder of the fixture catalogue */
export async function openPictureService(fixtures: string): Promise<PictureService> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'keyart-bench-pictures-'));
  const { database, url: DATABASE_URL, close: closeDatabase } = await openBenchDatabase();
  const pictures = new FolderPictureStore(path.join(home, 'pictures'));
  const artworks = await fill(database, fixtures, pictures);
  const api = await forkApi({ DATABASE_URL, KEYART_HOME: home });
  return {
    url: api.url,
    artworks,
    pictures,
    cpuMs: () => api.cpuMs(),
    close: async () => {
      await api.close();
      await closeDatabase();
      rmSync(home, { recursive: true });
    },
  };
}

async function fill(
  database: Database,
  directory: string,
  store: FolderPictureStore,
): Promise<ArtworkRecord[]> {
  const artworks = new ArtworksRepository(database);
  const repositories = {
    ...{ titles: new TitlesRepository(database), artworks },
    members: new MembersRepository(database),
  };
  await importFixtures({ directory, repositories, store });
  const all = await artworks.all();
  const readings = all.map(({ artworkId, sha256 }) => ({
    ...{ artworkId, sha256: sha256 ?? '', features: BENCH_SUBJECT, look: {}, readAt: new Date() },
  }));
  await database.prisma.artworkReading.createMany({ data: readings });
  return all;
}
