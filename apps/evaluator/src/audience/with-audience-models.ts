import { createDatabase, ModelVersionsRepository } from '@keyart/db';
import { AudienceModels } from '@keyart/insights';
import type { OpenDatabase } from '../open-database';

/** Runs something on the audience models of the registry and lets go of the database. */
export async function withAudienceModels<T>(
  openDatabase: OpenDatabase,
  use: (models: AudienceModels) => Promise<T>,
): Promise<T> {
  const running = await openDatabase();
  const database = createDatabase(running.url);
  try {
    return await use(new AudienceModels(new ModelVersionsRepository(database)));
  } finally {
    await database.close();
    await running.stop();
  }
}
