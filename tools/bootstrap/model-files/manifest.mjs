import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../paths.mjs';

/**
 * @typedef {{kind: 'path', variable: string}} PathSource a file of one's own, named by an environment variable
 * @typedef {{kind: 'wheel', package: string, version: string, entry: string}} WheelSource a file inside a Python wheel
 * @typedef {{kind: 'url', url: string}} UrlSource
 * @typedef {PathSource | WheelSource | UrlSource} ModelSource
 * @typedef {{id: string, fileName: string, sizeBytes: number, sha256: string, licence: string, sources: ModelSource[]}} ModelFile
 */

/** @param {string} [file] @returns {ModelFile[]} the `files` of models/manifest.json */
export function modelFiles(file = path.join(ROOT, 'models', 'manifest.json')) {
  return JSON.parse(readFileSync(file, 'utf8')).files;
}
