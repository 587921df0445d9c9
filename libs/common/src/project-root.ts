import { existsSync } from 'node:fs';
import path from 'node:path';

/** Folder of the project's package.json, from the sources as well as from `dist`. */
export function projectRoot(from: string = __dirname): string {
  if (existsSync(path.join(from, 'package.json'))) return from;
  const parent = path.dirname(from);
  if (parent === from) throw new Error('no package.json above this file');
  return projectRoot(parent);
}
