import { readFile } from 'node:fs/promises';
import { InputError } from './errors';

/** A model file as the manifest names it and where it lies on this machine. */
export interface ModelFile {
  readonly id: string;
  /** Expected, hex; the fetcher has checked it. */
  readonly sha256: string;
  /** Null: not on this machine. */
  readonly path: string | null;
}

interface FileEntry {
  readonly id: string;
  readonly sha256: string;
}

async function readPaths(file: string | undefined): Promise<Record<string, string>> {
  if (!file) return {};
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
  } catch {
    return {};
  }
}

/**
 * Where the model files of the manifest lie: paths noted by the set-up.
 * @param manifestPath of models/manifest.json
 * @param pathsFile JSON file, file id → path; undefined or unreadable: none is here
 * @throws InputError `BAD_MODEL_MANIFEST`
 */
export async function locateModelFiles(manifestPath: string, pathsFile?: string): Promise<ModelFile[]> {
  const manifest = JSON.parse(await readFile(manifestPath, 'utf8')) as { files?: FileEntry[] };
  if (!Array.isArray(manifest.files))
    throw new InputError('BAD_MODEL_MANIFEST', `${manifestPath}: "files" must be a list`);
  const paths = await readPaths(pathsFile);
  return manifest.files.map(({ id, sha256 }) => ({ id, sha256, path: paths[id] ?? null }));
}
