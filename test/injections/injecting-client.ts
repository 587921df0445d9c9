import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import type { Target } from '../fuzz/start-target';
import { artworkBody, page, SURFACE, TITLE } from '../e2e/support/catalogue.factory';
import type { ApiPlace } from './api-places';

const TITLE_ID = 'injected';
const ARTWORK_IDS = ['injected-0', 'injected-1', 'injected-2'];
const POLL_MS = 50;
const DEADLINE_MS = 2_000;

/** Brings texts into the service the way each place of the API takes them. */
export class InjectingClient {
  private memberCount = 0;

  constructor(private readonly target: Target) {}

  /** A title with pictures of its own. */
  async prepare(): Promise<void> {
    await this.saveTitle(TITLE.name);
    const create = { width: 480, height: 270, channels: 3, background: 'teal' } as const;
    const picture = new Uint8Array(await sharp({ create }).png().toBuffer());
    for (const id of ARTWORK_IDS) {
      await this.saveCaption(id, `A lamp on the table of ${id}`);
      await this.send('PUT', `/v1/artworks/${id}/image`, { raw: picture });
    }
  }

  /** Puts the text in its place, then opens a page that the model ranks. @returns statuses of the answers */
  async inject(place: ApiPlace, text: string): Promise<number[]> {
    const memberId = `reader-${this.memberCount++}`;
    const status = await this.put(place, text, memberId);
    const region = place === 'region' ? text : SURFACE.region;
    const wanted = { memberId, surface: { ...SURFACE, region }, policy: 'llm', deadlineMs: DEADLINE_MS };
    const shown = await this.send('POST', '/v1/decisions', { body: page([TITLE_ID], wanted) });
    return [...status, shown.status];
  }

  /** Everything harmless again. */
  async restore(): Promise<void> {
    await this.saveTitle(TITLE.name);
    await this.saveCaption(ARTWORK_IDS[1], 'A lamp on the table');
  }

  private async put(place: ApiPlace, text: string, memberId: string): Promise<number[]> {
    if (place === 'title name') return [await this.saveTitle(text)];
    if (place === 'caption') return [await this.saveCaption(ARTWORK_IDS[1], text)];
    if (place === 'history title') return [await this.saveHistory(memberId, text, 'Ana')];
    if (place === 'display name') return [await this.saveHistory(memberId, 'Laura', text)];
    return [];
  }

  private async saveTitle(name: string): Promise<number> {
    return (await this.send('PUT', `/v1/titles/${TITLE_ID}`, { body: { ...TITLE, name } })).status;
  }

  private async saveCaption(id: string, caption: string): Promise<number> {
    return (await this.send('PUT', `/v1/artworks/${id}`, { body: artworkBody(TITLE_ID, { caption }) }))
      .status;
  }

  private async saveHistory(memberId: string, title: string, displayName: string): Promise<number> {
    const film = { title, year: 1944, genres: ['Drama'], people: [], rating: 5 };
    const body = { displayName, entries: [{ ...film, watchedAt: '2026-01-01T20:00:00Z' }] };
    const { status, answer } = await this.send('PUT', `/v1/members/${memberId}/history`, { body });
    if (status < 300) await this.untilBuilt(String((answer as { jobId: string }).jobId));
    return status;
  }

  private async untilBuilt(jobId: string): Promise<void> {
    for (;;) {
      const { answer } = await this.send('GET', `/v1/jobs/build-profile/${jobId}`, {});
      if (['completed', 'failed'].includes((answer as { state: string }).state)) return;
      await sleep(POLL_MS);
    }
  }

  private async send(method: string, path: string, { body, raw }: { body?: object; raw?: Uint8Array }) {
    const type = raw ? 'image/png' : 'application/json';
    const response = await fetch(this.target.url + path, {
      method,
      headers: {
        authorization: `Bearer ${this.target.apiKey}`,
        ...((body ?? raw) && { 'content-type': type }),
      },
      ...(body && { body: JSON.stringify(body) }),
      ...(raw && { body: raw as RequestInit['body'] }),
    });
    return { status: response.status, answer: (await response.json()) as unknown };
  }
}
