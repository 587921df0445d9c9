import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@keyart/common';

/** Of this software. */
export function programVersion(): string {
  const file = path.join(projectRoot(), 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** As it was typed, without where the program lies. */
export function commandLine(): string {
  return ['keyart', ...process.argv.slice(2)].map(quoted).join(' ');
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
