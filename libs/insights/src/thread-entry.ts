import { existsSync } from 'node:fs';
import path from 'node:path';
import { DependencyError, projectRoot } from '@keyart/common';
import { INSIGHT_ERROR_CODES } from './errors';

const COMPILED = path.join('dist', 'libs', 'insights', 'src');

/**
 * The compiled entry file of a thread: among this library's files, or, where they run from source, in the project's build.
 * @param entry below this library's sources, e.g. `map/threads/map-thread.js`
 * @throws DependencyError `NO_MAP_THREAD` where the project is not built
 */
export function threadEntry(entry: string): string {
  const places = [__dirname, path.join(projectRoot(), COMPILED)].map((folder) => path.join(folder, entry));
  const found = places.find((place) => existsSync(place));
  if (found) return found;
  const problem = `none of ${places.join(', ')} exists; npm run build`;
  throw new DependencyError(INSIGHT_ERROR_CODES.noThread, problem, false);
}
