import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { FolderPictureStore, S3PictureStore, s3LocationOf } from '@keyart/catalog';
import { startObjectStore } from '../../support/object-store';
import { describePictureStore, type PictureStoreRig } from './picture-store-conformance';

/** Files below a folder; none when it is missing. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

async function openFolder(): Promise<PictureStoreRig> {
  const outer = await mkdtemp(path.join(os.tmpdir(), 'keyart-pictures-'));
  const root = path.join(outer, 'made when missing');
  return {
    store: new FolderPictureStore(root),
    count: async () => (await filesBelow(root)).length,
    // A file where the folder should be: also root, who may write anywhere, is stopped by it.
    breakDown: () => rm(root, { recursive: true, force: true }).then(() => writeFile(root, '')),
    dispose: () => rm(outer, { recursive: true }),
  };
}

async function openBucket(prefix: string): Promise<PictureStoreRig> {
  const { endpoint, directory, stop, dispose } = await startObjectStore();
  const url = `s3://pictures${prefix}?endpoint=${endpoint}&pathStyle=true`;
  const isPicture = (name: string): boolean => name.endsWith('_object');
  return {
    store: new S3PictureStore(s3LocationOf(url)),
    count: async () => (await filesBelow(directory)).filter(isPicture).length,
    breakDown: stop,
    dispose,
  };
}

describePictureStore('folder', openFolder);
describePictureStore('object store', () => openBucket(''));
describePictureStore('object store, below a prefix', () => openBucket('/in/posters'));
