import path from 'node:path';

/** A file as messages name it: its folder's name and its own. */
export function shownFile(file: string): string {
  return path.join(path.basename(path.dirname(path.resolve(file))), path.basename(file));
}
