import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Cleanup } from './cleanup';
import type { CuttableLink } from './cuttable-link';
import { DatabaseServer } from './database-server';
import { freePort } from './free-port';
import { MachineClock } from './machine-clock';
import { startModelEndpoint } from './model-endpoint';
import { PictureDisk } from './picture-disk';
import { startRedis } from './redis-server';
import { seedService } from './seed-service';
import { serviceEnvironment } from './service-environment';
import { SupervisedProcess } from './supervised-process';
import { tinyModel } from './tiny-model';

/** A whole service, each part a process of its own. */
export interface Cluster {
  readonly folder: string;
  readonly url: string;
  readonly apiKey: string;
  readonly api: SupervisedProcess;
  readonly worker: SupervisedProcess;
  readonly database: DatabaseServer;
  /** Null: no redis-server here, the queue lives in PostgreSQL. */
  readonly redis: SupervisedProcess | null;
  /** To the model server that the API asks inline. */
  readonly llmLink: CuttableLink;
  readonly pictureDisk: PictureDisk;
  readonly clock: MachineClock;
  stop(): Promise<void>;
}

const PRELOADED_CLOCK = path.join(__dirname, 'shifted-clock.cjs');

function programOf(name: 'api' | 'worker', folder: string, env: NodeJS.ProcessEnv): SupervisedProcess {
  const entry = path.join(__dirname, `../../../apps/${name}/src/main.js`);
  const args = ['--enable-source-maps', '--require', PRELOADED_CLOCK, entry];
  const logFile = path.join(folder, `${name}.log`);
  return new SupervisedProcess({ program: process.execPath, args, env, logFile });
}

async function startParts(folder: string, cleanup: Cleanup) {
  const pictureDisk = new PictureDisk(path.join(folder, 'pictures'));
  cleanup.later(() => pictureDisk.close());
  const database = new DatabaseServer(folder);
  cleanup.later(() => database.stop());
  await database.start();
  const redis = await startRedis(folder);
  cleanup.later(() => redis?.server.stop());
  const model = await startModelEndpoint();
  cleanup.later(() => model.close());
  return { pictureDisk, database, redis, model, clock: new MachineClock(folder) };
}

async function startService(folder: string, cleanup: Cleanup): Promise<Cluster> {
  const { pictureDisk, database, redis, model, clock } = await startParts(folder, cleanup);
  const apiKey = await seedService(folder, database.url);
  const port = await freePort();
  const env = serviceEnvironment({
    home: folder,
    databaseUrl: database.url,
    queueUrl: redis?.url ?? null,
    clockFile: clock.file,
    modelFiles: tinyModel(folder),
  });
  const api = programOf('api', folder, { ...env, PORT: String(port), LLM_URL: model.url });
  const worker = programOf('worker', folder, env);
  for (const part of [api, worker]) {
    cleanup.later(() => part.stop());
    part.start();
  }
  return {
    ...{ folder, url: `http://127.0.0.1:${port}`, apiKey, api, worker, database, llmLink: model.link },
    ...{ redis: redis?.server ?? null, pictureDisk, clock, stop: () => cleanup.run() },
  };
}

/** Starts every part on free ports in a folder of its own, with a small catalogue; leaves nothing behind where that fails. */
export async function startCluster(): Promise<Cluster> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'keyart-faults-'));
  const cleanup = new Cleanup();
  cleanup.later(() => rmSync(folder, { recursive: true, force: true }));
  try {
    // The database's account enters it when the harness runs as root.
    chmodSync(folder, 0o755);
    return await startService(folder, cleanup);
  } catch (error) {
    await cleanup.run();
    throw error;
  }
}
