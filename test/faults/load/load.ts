import { createRandom } from '@keyart/common';
import type { GoodClient } from './good-client';
import { Importer } from './importer';
import type { Ledger } from './ledger';
import type { Studio } from './studio';
import type { Traffic } from './traffic';
import { Viewer } from './viewer';

const VIEWER_COUNT = 8;

/** What the load is made of. */
export interface LoadParts {
  readonly client: GoodClient;
  readonly ledger: Ledger;
  readonly traffic: Traffic;
  readonly studio: Studio;
  readonly titleIds: readonly string[];
  readonly seed: string;
}

/** Viewers, an importer and a studio at work until stopped. */
export class Load {
  private readonly stopping = new AbortController();
  private running: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: LoadParts) {}

  start(): void {
    const { signal } = this.stopping;
    const { client, ledger, traffic, studio, titleIds, seed } = this.parts;
    const viewers = Array.from({ length: VIEWER_COUNT }, (_, i) => {
      const random = createRandom(`faults/${seed}/viewer/${i}`);
      return new Viewer({ memberId: `viewer-${i}`, client, ledger, traffic, titleIds, random });
    });
    const importer = new Importer({
      client,
      ledger,
      traffic,
      random: createRandom(`faults/${seed}/importer`),
    });
    this.running = Promise.all([
      ...viewers.map((viewer) => viewer.watchUntil(signal)),
      importer.importUntil(signal),
      studio.uploadUntil(signal),
    ]);
    this.running.catch((error: unknown) => traffic.oddities.push(`the load ended: ${String(error)}`));
  }

  /** Resolves when every client has got its last answer. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }
}
