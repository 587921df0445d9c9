import { chmod } from 'node:fs/promises';
import { loadConfiguration, TemporaryFolder, type Configuration } from '@keyart/common';
import type { OpenedService } from '../../apps/evaluator/src/open-service';
import { startEmptyService } from './empty-service';

/** The account that the database runs as where this one is root must get in. */
const OPEN_FOLDER = 0o755;

/** As configured, but for everything that could reach what others use: nothing made up ends up there. */
function scratchConfiguration(home: string): Configuration {
  const apart = {
    ...{ DATABASE_URL: undefined, QUEUE_URL: undefined, PICTURES_URL: undefined },
    ...{ MODEL_FILES: undefined, KEYART_HOME: home, LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' },
  };
  return { ...loadConfiguration(), ...apart };
}

/** A service with an embedded database of its own in a scratch folder; both are gone after `stop`. */
export async function openWorldService(): Promise<OpenedService> {
  const folder = await TemporaryFolder.make('keyart-world');
  try {
    await chmod(folder.path, OPEN_FOLDER);
    const service = await startEmptyService(scratchConfiguration(folder.path));
    return { ...service, stop: () => service.stop().finally(() => folder.remove()) };
  } catch (error) {
    await folder.remove();
    throw error;
  }
}
