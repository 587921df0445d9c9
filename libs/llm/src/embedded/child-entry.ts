import { existsSync } from 'node:fs';
import path from 'node:path';
import { LLM_ERROR_CODES, LlmError } from '../errors';

const ENTRY = path.join('libs', 'llm', 'embedded', 'model-child.mjs');

/**
 * The child's entry file, looked for upwards from `start`: the sources and the built copy lie at different depths below the project.
 * @throws LlmError `LLM_LOAD_FAILED`
 */
export function findChildEntry(start: string): string {
  for (let folder = start; ; folder = path.dirname(folder)) {
    const entry = path.join(folder, ENTRY);
    if (existsSync(entry)) return entry;
    if (folder === path.dirname(folder)) break;
  }
  throw new LlmError(LLM_ERROR_CODES.loadFailed, `${ENTRY} not found above ${start}`, { isRetryable: false });
}
