import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { messageOf } from '@keyart/common';
import { buildOpenApiText } from './build-document';

const FILE = path.join('docs', 'openapi.json');

/** `--check` compares instead of writing; exit code 1 when the file is stale. */
async function main(): Promise<void> {
  const text = await buildOpenApiText();
  if (!process.argv.includes('--check')) return writeFile(FILE, text);
  const committed = await readFile(FILE, 'utf8').catch(() => '');
  if (committed === text) return;
  console.error(`${FILE} is stale: run the OpenAPI tool without --check and commit the file`);
  process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(messageOf(error));
  process.exitCode = 3;
});
