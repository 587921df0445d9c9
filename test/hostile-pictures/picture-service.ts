import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { artworkBody, TITLE } from '../e2e/support/catalogue.factory';
import type { PictureEndpoint } from './send-picture';
import type { ServiceMessage } from './serve';

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

  async isWell(): Promise<boolean> {
    const answer = await fetch(`${this.baseUrl}/health/ready`).catch(() => null);
    return answer?.status === 200 && this.child.exitCode === null;
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    if (this.child.connected) this.child.disconnect();
    if (this.child.exitCode === null) await ended;
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
