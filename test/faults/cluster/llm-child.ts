import { readFileSync } from 'node:fs';

/** Process id of the model that a worker runs, or null while it runs none. */
export function llmChildOf(workerPid: number): number | null {
  try {
    const children = readFileSync(`/proc/${workerPid}/task/${workerPid}/children`, 'utf8').trim().split(' ');
    const found = children.find((pid) =>
      readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('model-child'),
    );
    return found ? Number(found) : null;
  } catch {
    return null;
  }
}
