import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { artworkBody, TITLE } from '../e2e/support/catalogue.factory';
import type { PictureEndpoint } from './send-picture';
import type { ServiceMessage } from './serve';

const MOST_WAIT_MS = 30_000;
const POLL_INTERVAL_MS = 50;
const READING_QUEUES = ['read-picture', 'describe-picture', 'judge-picture'];

interface Reading {
  readonly state: string;
  readonly faults: readonly string[];
}

/** Most memory of the service's process. */
export interface ServiceMemory {
  readonly recentBytes: number;
  readonly peakBytes: number;
}

/** The service in a process of its own, with an artwork that takes pictures. */
export class PictureService {
  private constructor(
    private readonly child: ChildProcess,
    private readonly baseUrl: string,
    private readonly apiKey: string,
  ) {}

  static async start(): Promise<PictureService> {
    const child = fork(path.join(__dirname, 'serve.js'), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const message = await nextMessage(child);
    if (message.kind !== 'up') throw new Error(`the service said ${message.kind} before it was up`);
    const service = new PictureService(child, message.url, message.apiKey);
    await service.put('/v1/titles/hostile', TITLE);
    await service.put('/v1/artworks/hostile', artworkBody('hostile'));
    return service;
  }

  get endpoint(): PictureEndpoint {
    return { url: `${this.baseUrl}/v1/artworks/hostile/image`, apiKey: this.apiKey };
  }

  /** Since it was asked last. */
  async memory(): Promise<ServiceMemory> {
    this.child.send('memory');
    const message = await nextMessage(this.child);
    if (message.kind !== 'memory') throw new Error(`the service said ${message.kind} of its memory`);
    return message;
  }

  /**
   * Waits for the queue to be done with the picture that was taken last.
   * @returns how far it came: `judged` with what is wrong with it, or where it stood after `MOST_WAIT_MS`
   */
  async readingOf(): Promise<string> {
    for (const endMs = Date.now() + MOST_WAIT_MS; ; await setTimeout(POLL_INTERVAL_MS)) {
      const { state, faults } = await this.get<Reading>('/v1/artworks/hostile/reading');
      if (state === 'judged') return [state, ...faults].join(' ');
      if (Date.now() > endMs) return `still ${state}`;
    }
  }

  /** Of any step of reading, those that were given up. */
  async failedJobCount(): Promise<number> {
    const failed = await Promise.all(
      READING_QUEUES.map((queue) => this.get<{ items: unknown[] }>(`/v1/jobs/${queue}/failed`)),
    );
    return failed.reduce((count, { items }) => count + items.length, 0);
  }

  async isWell(): Promise<boolean> {
    const answer = await fetch(`${this.baseUrl}/health/ready`).catch(() => null);
    return answer?.status === 200 && this.child.exitCode === null;
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    if (this.child.connected) this.child.disconnect();
    if (this.child.exitCode === null) await ended;
  }

  private async get<Answer>(route: string): Promise<Answer> {
    const headers = { authorization: `Bearer ${this.apiKey}` };
    const answer = await fetch(this.baseUrl + route, { headers });
    if (!answer.ok) throw new Error(`${route} was answered ${answer.status}`);
    return (await answer.json()) as Answer;
  }

  private async put(route: string, body: object): Promise<void> {
    const headers = { authorization: `Bearer ${this.apiKey}`, 'content-type': 'application/json' };
    const answer = await fetch(this.baseUrl + route, { method: 'PUT', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${route} was answered ${answer.status}`);
  }
}

function nextMessage(child: ChildProcess): Promise<ServiceMessage> {
  return new Promise((resolve, reject) => {
    const onExit = (): void => reject(new Error('the service has ended'));
    child.once('exit', onExit).once('message', (message: ServiceMessage) => {
      child.off('exit', onExit);
      resolve(message);
    });
  });
}
