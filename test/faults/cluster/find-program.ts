import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** Path of the program, or null where PATH has none of that name. */
export function findProgram(name: string): string | null {
  const files = (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name));
  return files.find(isExecutable) ?? null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
