import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { loadConfiguration, SystemClock } from '@keyart/common';
import { startService } from '../../tools/serve/start-service';

/** A service that may be sent anything. */
export interface Target {
  readonly url: string;
  readonly apiKey: string;
  stop(): Promise<void>;
}

/**
 * The whole service on the defaults, in a folder that is thrown away.
 * @param environment what differs from them; without it there is no model
 */
export async function startTarget(environment: NodeJS.ProcessEnv = { LLM: 'off' }): Promise<Target> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'keyart-fuzz-'));
  // The database's account enters it when this runs as root.
  chmodSync(home, 0o755);
  const configuration = loadConfiguration({
    ...environment,
    ...{ KEYART_HOME: home, PORT: '0', LOG_LEVEL: 'error' },
  });
  const service = await startService({ configuration, clock: new SystemClock() });
  const stop = async (): Promise<void> => {
    await service.close();
    rmSync(home, { recursive: true, force: true });
  };
  return { url: service.url, apiKey: service.apiKey, stop };
}
