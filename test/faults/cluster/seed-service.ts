import path from 'node:path';
import { FolderPictureStore, importFixtures } from '@keyart/catalog';
import { projectRoot } from '@keyart/common';
import { ArtworksRepository, createDatabase, MembersRepository, TitlesRepository } from '@keyart/db';
import { ensureDemoKey } from '../../../tools/serve/demo-key';

/** Loads the fixture catalogue and makes a key with all rights. @returns the key */
export async function seedService(home: string, databaseUrl: string): Promise<string> {
  const database = createDatabase(databaseUrl);
  const repositories = {
    titles: new TitlesRepository(database),
    artworks: new ArtworksRepository(database),
    members: new MembersRepository(database),
  };
  const directory = path.join(projectRoot(), 'artwork-fixtures');
  const store = new FolderPictureStore(path.join(home, 'pictures'));
  await importFixtures({ directory, repositories, store });
  const key = await ensureDemoKey(home, database);
  await database.close();
  return key;
}
