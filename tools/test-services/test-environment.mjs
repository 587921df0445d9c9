import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findProgram } from './find-program.mjs';
import { migrateTemplate, startTestDatabase } from './test-database.mjs';
import { startTestRedis } from './test-redis.mjs';

/** A person's real database, queue and endpoint must not meet the tests. */
const HIDDEN = {
  DATABASE_URL: undefined,
  QUEUE_URL: undefined,
  LLM_URL: undefined,
  LLM: undefined,
  CAPTIONER_URL: undefined,
};

/** @returns {string} */
function temporaryFolder() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'keyart-test-'));
  // The database's account enters it when the tests run as root.
  chmodSync(folder, 0o755);
  return folder;
}

/**
 * The tests' environment variables and what the machine lacks, by the words of the last-but-one line.
 * @param {{databaseUrl: string, redisUrl: string | null, home: string, models: Record<string, string>}} services
 */
function describe({ databaseUrl, redisUrl, home, models }) {
  const chromium = process.env.CHROMIUM_PATH ?? findProgram('chromium', 'chromium-browser', 'google-chrome');
  const ffmpeg = process.env.FFMPEG_PATH ?? findProgram('ffmpeg');
  const offered = {
    Redis: redisUrl,
    Chromium: chromium,
    ffmpeg,
    'embedded LLM': models.KEYART_SMOLLM2_GGUF,
    'text model': models.KEYART_MINILM_ONNX,
  };
  const found = { REDIS_URL_TEST: redisUrl, CHROMIUM_PATH: chromium, FFMPEG_PATH: ffmpeg };
  const present = Object.fromEntries(Object.entries(found).filter(([, value]) => value));
  const env = {
    ...process.env,
    ...HIDDEN,
    ...models,
    ...present,
    DATABASE_URL_TEST: databaseUrl,
    KEYART_HOME: home,
  };
  const leftOut = Object.keys(offered).filter((name) => !offered[/** @type {keyof offered} */ (name)]);
  return { env, leftOut };
}

/**
 * Starts what the tests need. `DATABASE_URL_TEST` and `REDIS_URL_TEST` are used where set: the role must be allowed to create
 * databases.
 * @param {Record<string, string>} models variables that name the model files at hand
 * @returns {Promise<{env: NodeJS.ProcessEnv, leftOut: string[], folder: string, stop(): Promise<void>}>}
 */
export async function startTestEnvironment(models) {
  const folder = temporaryFolder();
  const database = process.env.DATABASE_URL_TEST ? null : await startTestDatabase(folder);
  const redis = process.env.REDIS_URL_TEST ? null : await startTestRedis(folder);
  const databaseUrl = process.env.DATABASE_URL_TEST ?? /** @type {string} */ (database?.url);
  await migrateTemplate(databaseUrl);
  const redisUrl = process.env.REDIS_URL_TEST ?? redis?.url ?? null;
  return {
    ...describe({ databaseUrl, redisUrl, home: folder, models }),
    folder,
    async stop() {
      await redis?.stop();
      await database?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
