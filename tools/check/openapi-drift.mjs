import { existsSync } from 'node:fs';
import path from 'node:path';
import { DIST } from '../bootstrap/paths.mjs';
import { runQuietly } from '../bootstrap/run-quietly.mjs';

const GENERATOR = path.join(DIST, 'tools/openapi/main.js');

/** Whether docs/openapi.json is what the API's code says. @returns {Promise<string[]>} problems */
export async function openapiDrift() {
  if (!existsSync(GENERATOR)) return ['tools/openapi/main.ts, which writes docs/openapi.json, is missing'];
  const { status, output } = await runQuietly([GENERATOR, '--check']);
  return status === 0 ? [] : [output.trim() || 'docs/openapi.json is out of date'];
}
