import { setTimeout as sleep } from 'node:timers/promises';
import { startModelEndpoint, type ModelEndpoint } from '../faults/cluster/model-endpoint';

const QUIET_MS = 1_000;

/** A model server that remembers what it was asked. */
export class PromptRecorder {
  private prompts: string[] = [];
  private endpoint: ModelEndpoint | null = null;

  /** @returns its URL */
  async open(): Promise<string> {
    this.endpoint = await startModelEndpoint((prompts) => void this.prompts.push(...prompts));
    return this.endpoint.url;
  }

  /** The prompts since the last call, once no more come. */
  async taken(): Promise<string[]> {
    for (let known = -1; known < this.prompts.length;) {
      known = this.prompts.length;
      await sleep(QUIET_MS);
    }
    return this.prompts.splice(0);
  }

  close(): void {
    this.endpoint?.close();
  }
}
