import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { ApiMessage } from './api-process';

/** Memory of the API's process. */
export type ApiMemory = Extract<ApiMessage, { kind: 'memory' }>;

/** The API in a process of its own. */
export interface ForkedApi {
  readonly url: string;
  /** After a garbage collection, which stops the service for a moment. */
  memory(): Promise<ApiMemory>;
  /** Processor time so far, all threads. */
  cpuMs(): Promise<number>;
  close(): Promise<void>;
}

/** Starts the API without an LLM, configured by this process's environment and what is given. */
export async function forkApi(environment: NodeJS.ProcessEnv): Promise<ForkedApi> {
  const api = fork(path.join(__dirname, 'api-process.js'), {
    execArgv: ['--expose-gc'],
    env: { ...process.env, LOG_LEVEL: 'warn', LLM: 'off', ...environment },
  });
  const { url } = await answerOf(api, 'listening');
  return {
    url,
    memory: () => ask(api, 'memory'),
    cpuMs: async () => (await ask(api, 'cpu')).cpuMs,
    close: async () => {
      api.send('close');
      await once(api, 'exit');
    },
  };
}

function ask<K extends 'memory' | 'cpu'>(
  api: ChildProcess,
  question: K,
): Promise<Extract<ApiMessage, { kind: K }>> {
  const answer = answerOf(api, question);
  api.send(question);
  return answer;
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
