import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './paths.mjs';
import { runQuietly } from './run-quietly.mjs';
import { say } from './say.mjs';
import { SetupError } from './setup-error.mjs';

const GENERATED = path.join(ROOT, 'libs/db/src/generated');
const STAMP = path.join(GENERATED, '.made-from-sha256');
const MADE_FROM = ['prisma/schema.prisma', 'node_modules/prisma/package.json'];

/** @returns {string} */
function inputHash() {
  const hash = createHash('sha256');
  MADE_FROM.forEach((file) => hash.update(readFileSync(path.join(ROOT, file))));
  return hash.digest('hex');
}

/** @returns {boolean} */
export function isPrismaClientFresh() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === inputHash();
}

/** Generates the database client when the schema has changed. @throws {SetupError} with Prisma's message */
export async function ensurePrismaClient() {
  if (isPrismaClientFresh()) return;
  say('generating the database client');
  const { status, output } = await runQuietly(['node_modules/prisma/build/index.js', 'generate']);
  if (status !== 0) throw new SetupError(`prisma generate failed:\n${output.trim()}`);
  writeFileSync(STAMP, inputHash());
}
