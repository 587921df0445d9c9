import { loadConfiguration, SystemClock } from '@keyart/common';
import { createApi } from '../../apps/api/src/create-api';

/** What the API process sends its parent. */
export type ApiMessage =
  | { readonly kind: 'listening'; readonly url: string }
  | { readonly kind: 'memory'; readonly heapUsedBytes: number; readonly rssBytes: number }
  | { readonly kind: 'cpu'; readonly cpuMs: number };

function send(message: ApiMessage): void {
  process.send?.(message);
}

/** Memory after a collection, so that garbage does not count; needs `--expose-gc`. */
function reportMemory(): void {
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  send({ kind: 'memory', heapUsedBytes: heapUsed, rssBytes: rss });
}

/** Processor time of this process so far, all threads. */
function reportCpu(): void {
  const { user, system } = process.cpuUsage();
  send({ kind: 'cpu', cpuMs: (user + system) / 1000 });
}

async function main(): Promise<void> {
  const app = await createApi({ configuration: loadConfiguration(), clock: new SystemClock() });
  await app.listen(0, '127.0.0.1');
  process.on('message', (question) => {
    if (question === 'memory') reportMemory();
    else if (question === 'cpu') reportCpu();
    else void app.close().then(() => process.exit(0));
  });
  send({ kind: 'listening', url: await app.getUrl() });
}

void main();
