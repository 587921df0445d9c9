import path from 'node:path';
import { cacheFolder } from '../bootstrap/model-files/cache-folder.mjs';
import { ensurePythonEnvironment } from './python-environment.mjs';

const VERSION = '4.32.5';

/**
 * The `st` program of a pinned Schemathesis, in a virtual environment of the user's cache; made once.
 * @returns {Promise<string>} path
 * @throws {import('../bootstrap/setup-error.mjs').SetupError} without Python 3.10 or a package index
 */
export async function ensureSchemathesis() {
  const programs = await ensurePythonEnvironment({
    folder: path.join(cacheFolder(), 'tools', `schemathesis-${VERSION}`),
    requirement: `schemathesis==${VERSION}`,
    needs: 'python3 (3.10 or later) with venv, and a package index for pip',
  });
  return path.join(programs, 'st');
}
