import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { keyartHome } from '../paths.mjs';
import { say } from '../say.mjs';
import { cacheFolder } from './cache-folder.mjs';
import { modelFiles } from './manifest.mjs';

/** @typedef {Record<string, string>} PathsById */

/** @param {PathsById} paths @param {string} file */
function writeAtomically(paths, file) {
  mkdirSync(path.dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, `${JSON.stringify(paths, null, 2)}\n`);
  renameSync(unfinished, file);
}

/** @returns {Promise<PathsById>} */
async function fetchAll() {
  const { fetchModelFile } = await import('./fetch-model-file.mjs');
  /** @type {PathsById} */
  const paths = {};
  for (const model of modelFiles()) {
    const found = await fetchModelFile(model);
    if (found.path) paths[found.id] = found.path;
    else say(`model ${found.id} is missing, going on without it. ${found.problem}`);
  }
  return paths;
}

/** @param {string} file @returns {PathsById} of files that are still there */
function readNoted(file) {
  if (!existsSync(file)) return {};
  const noted = Object.entries(JSON.parse(readFileSync(file, 'utf8')));
  return Object.fromEntries(noted.filter(([, model]) => existsSync(model)));
}

/**
 * The manifest's variable of each file → its path; undefined takes a refused file away from the child.
 * @param {PathsById} paths
 * @returns {Record<string, string | undefined>}
 */
function variablesOf(paths) {
  const sources = modelFiles().flatMap(({ id, sources: all }) => all.map((source) => ({ id, source })));
  const pairs = sources.flatMap(({ id, source }) =>
    source.kind === 'path' ? [[source.variable, paths[id]]] : [],
  );
  return Object.fromEntries(pairs);
}

/**
 * How a child process learns where model files are: `MODEL_FILES` names a JSON file, model id → path, kept in `KEYART_HOME`;
 * `MODEL_CACHE` the folder of those made from them.
 * After fetching, each file's own variable names its checked path as well.
 * @param {{isFetching: boolean}} options false: only what an earlier command has noted
 * @returns {Promise<Record<string, string | undefined>>}
 */
export async function modelEnvironment({ isFetching }) {
  const file = path.join(keyartHome(), 'models.json');
  const own = { MODEL_FILES: file, MODEL_CACHE: path.join(cacheFolder(), 'models', 'merged') };
  if (!isFetching) return own;
  writeAtomically(await fetchAll(), file);
  return { ...variablesOf(readNoted(file)), ...own };
}
