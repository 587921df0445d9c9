import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { tinyGguf } from '../../support/tiny-gguf';

const EMBEDDED_FILE = 'smollm2-135m-instruct-q4_1';

/**
 * A model of random weights in place of the real one: the same process and runtime, but its answers take no time, so that
 * recovery is that of the process and not the machine's arithmetic. @returns the file for `MODEL_FILES`
 */
export function tinyModel(folder: string): string {
  const model = path.join(folder, 'tiny.gguf');
  const files = path.join(folder, 'model-files.json');
  writeFileSync(model, tinyGguf());
  writeFileSync(files, JSON.stringify({ [EMBEDDED_FILE]: model }));
  return files;
}
