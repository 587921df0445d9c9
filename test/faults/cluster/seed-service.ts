import path from 'node:path';
import { FolderPictureStore, importFixtures } from '@keyart/catalog';
import { ArtworksRepository, createDatabase, MembersRepository, TitlesRepository } from '@keyart/db';
import { ensureDemoKey } from '../../../tools/serve/demo-key';
import { smallCatalogue } from './small-catalogue';

/** Loads a small catalogue and makes a key with all rights. @returns the key */
export async function seedService(home: string, databaseUrl: string): Promise<string> {
  const database = createDatabase(databaseUrl);
  const repositories = {
    titles: new TitlesRepository(database),
    artworks: new ArtworksRepository(database),
    members: new MembersRepository(database),
  };
  const directory = smallCatalogue(home);
  const store = new FolderPictureStore(path.join(home, 'pictures'));
  await importFixtures({ directory, repositories, store });
  const key = await ensureDemoKey(home, database);
  await database.close();
  return key;
}
