import { existsSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@keyart/common';
import { VisionModelError } from '../errors';

const ENTRY = 'picture-thread.js';
const COMPILED = path.join('dist', 'libs', 'vision', 'src', 'threads');

/**
 * The compiled entry file of a thread: beside this file, or, where this runs from its source, in the project's build.
 * @throws VisionModelError `VISION_MODEL_MISSING`
 */
export function findThreadEntry(): string {
  const places = [__dirname, path.join(projectRoot(), COMPILED)].map((folder) => path.join(folder, ENTRY));
  const found = places.find((place) => existsSync(place));
  if (found) return found;
  throw new VisionModelError('VISION_MODEL_MISSING', `none of ${places.join(', ')} exists; npm run build`);
}
