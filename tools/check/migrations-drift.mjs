import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runQuietly } from '../bootstrap/run-quietly.mjs';
import { startTestDatabase } from '../test-services/test-database.mjs';

const PRISMA = 'node_modules/prisma/build/index.js';
const COMPARE = [
  'migrate',
  'diff',
  '--from-config-datasource',
  '--to-schema',
  'prisma/schema.prisma',
  '--exit-code',
];
const SAME = 'No difference detected';

/**
 * Applies all migrations to a throw-away server and compares what came out with the schema.
 * @returns {Promise<string[]>} problems
 */
export async function migrationsDrift() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'keyart-drift-'));
  chmodSync(folder, 0o755);
  const database = await startTestDatabase(folder);
  try {
    const { status, output } = await runQuietly([PRISMA, ...COMPARE], { DATABASE_URL: database.url });
    // An engine that died counts as success for Prisma's exit code; its words do not.
    const isSame = status === 0 && output.includes(SAME);
    return isSame ? [] : [`prisma/migrations do not lead to prisma/schema.prisma:\n${output.trim()}`];
  } finally {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
