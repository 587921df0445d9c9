import { randomUUID } from 'node:crypto';
import { SystemClock } from '@keyart/common';
import { AuditRepository, createDatabase, ModelVersionsRepository } from '@keyart/db';
import { ReleaseRanker } from '@keyart/decisions';
import type { OpenDatabase } from '../open-database';

/** The registry as commands use it. */
export interface Releases {
  readonly models: ModelVersionsRepository;
  readonly releases: ReleaseRanker;
  /** Writes what a command did to the audit. */
  readonly note: (act: string, version: string, summary: string) => Promise<void>;
}

/** Who acted, in the audit. */
const COMMAND_LINE = 'keyart';

/** Runs something on the registry and lets go of the database. */
export async function withReleases<T>(
  openDatabase: OpenDatabase,
  use: (releases: Releases) => Promise<T>,
): Promise<T> {
  const running = await openDatabase();
  const database = createDatabase(running.url);
  const clock = new SystemClock();
  const models = new ModelVersionsRepository(database);
  const audit = new AuditRepository(database);
  const note = async (act: string, version: string, summary: string): Promise<void> => {
    const call = {
      keyId: '',
      keyName: COMMAND_LINE,
      method: 'CLI',
      route: `model ${act}`,
      target: { version },
    };
    const at = new Date(clock.nowMs());
    await audit.write({ ...call, at, requestId: randomUUID(), status: 200, summary });
  };
  try {
    return await use({ models, releases: new ReleaseRanker({ models, clock }), note });
  } finally {
    await database.close();
    await running.stop();
  }
}
