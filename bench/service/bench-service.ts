import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { ApiMessage } from './api-process';
import { openBenchDatabase } from './bench-database';
import { HttpClient } from './http-client';
import { prepareService } from './prepare-service';
import type { ServiceSize } from './service-size';

/** Memory of the API's process. */
export type ApiMemory = Extract<ApiMessage, { kind: 'memory' }>;

/** The API in a process of its own over a fresh durable database; only the load shares this process. */
export interface BenchService {
  readonly client: HttpClient;
  /** After a garbage collection, which stops the service for a moment. */
  memory(): Promise<ApiMemory>;
  close(): Promise<void>;
}

/** Prepares a service of that size and starts it. */
export async function openBenchService(size: ServiceSize): Promise<BenchService> {
  const { database, url: databaseUrl, close: closeDatabase } = await openBenchDatabase();
  const { apiKey } = await prepareService(database, size);
  const api = fork(path.join(__dirname, 'api-process.js'), {
    execArgv: ['--expose-gc'],
    env: { ...process.env, DATABASE_URL: databaseUrl, LOG_LEVEL: 'warn', LLM: 'off' },
  });
  const { url } = await answerOf(api, 'listening');
  const client = new HttpClient(url, apiKey);
  return {
    client,
    memory: () => {
      const answer = answerOf(api, 'memory');
      api.send('memory');
      return answer;
    },
    close: async () => {
      client.close();
      api.send('close');
      await once(api, 'exit');
      await closeDatabase();
    },
  };
}

function answerOf<K extends ApiMessage['kind']>(
  api: ChildProcess,
  kind: K,
): Promise<Extract<ApiMessage, { kind: K }>> {
  return new Promise((resolve, reject) => {
    const onExit = (): void => reject(new Error('the API process ended'));
    const onMessage = (message: ApiMessage): void => {
      if (message.kind !== kind) return;
      api.off('message', onMessage).off('exit', onExit);
      resolve(message as Extract<ApiMessage, { kind: K }>);
    };
    api.on('message', onMessage).on('exit', onExit);
  });
}
