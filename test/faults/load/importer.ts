import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '@keyart/common';
import type { GoodClient } from './good-client';
import type { Ledger } from './ledger';
import type { Traffic } from './traffic';

const PAUSE_MS = 1_500;
/** Every import has the model score the member anew. */
const ROUNDS_PER_FILM = 8;
const MEMBER_COUNT = 2;
const STARS = 5;
const GENRES = ['Drama', 'Comedy', 'Horror', 'Romance'];

/** What an importer is and has. */
export interface ImporterParts {
  readonly client: GoodClient;
  readonly ledger: Ledger;
  readonly traffic: Traffic;
  readonly random: Random;
}

/** Orders rewards to be attributed, and now and then imports one more film that a member has seen. */
export class Importer {
  private filmCount = 0;

  constructor(private readonly parts: ImporterParts) {}

  async importUntil(stopped: AbortSignal): Promise<void> {
    for (let round = 0; !stopped.aborted; round++) {
      if (round % ROUNDS_PER_FILM === 0) await this.importFilm();
      await this.order('attribute-rewards');
      await sleep(PAUSE_MS);
    }
  }

  private async importFilm(): Promise<void> {
    const { client, ledger, traffic, random } = this.parts;
    const number = this.filmCount++;
    const memberId = `importer-${number % MEMBER_COUNT}`;
    const title = `Film ${number}`;
    const rating = 1 + Math.floor(random.next() * STARS) * 0.5;
    const genres = [GENRES[Math.floor(random.next() * GENRES.length)]];
    const watchedAt = new Date().toISOString();
    const entries = [{ title, year: 2000, genres, people: [], rating, watchedAt }];
    const { jobId } = await client.insist<{ jobId: string }>('PUT', `/v1/members/${memberId}/history`, {
      body: { entries },
    });
    ledger.films.set(title, { memberId, title, rating, during: traffic.period });
    ledger.jobs.push({ name: 'build-profile', jobId, during: traffic.period });
  }

  private async order(name: string): Promise<void> {
    const { client, ledger, traffic } = this.parts;
    const { jobId } = await client.insist<{ jobId: string }>('POST', `/v1/jobs/${name}`, { body: {} });
    ledger.jobs.push({ name, jobId, during: traffic.period });
  }
}
