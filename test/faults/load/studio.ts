import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import type { GoodClient } from './good-client';
import type { Ledger } from './ledger';
import type { Traffic } from './traffic';

const PAUSE_MS = 1_500;
const COLOURS = 255;

/** Gives artworks new pictures, one after another. */
export class Studio {
  private pictureCount = 0;

  constructor(
    private readonly client: GoodClient,
    private readonly world: { readonly ledger: Ledger; readonly traffic: Traffic },
    private readonly artworkIds: readonly string[],
  ) {}

  async uploadUntil(stopped: AbortSignal): Promise<void> {
    while (!stopped.aborted) {
      await this.uploadOnce();
      await sleep(PAUSE_MS);
    }
  }

  /** @returns whether the service took the picture */
  async uploadOnce(): Promise<boolean> {
    const { ledger, traffic } = this.world;
    const number = this.pictureCount++;
    const artworkId = this.artworkIds[number % this.artworkIds.length];
    const raw = await newPicture(number);
    const headers = { 'content-type': 'image/png' };
    const path = `/v1/artworks/${artworkId}/image`;
    // Until it is answered the artwork may have either picture.
    ledger.pictures.delete(artworkId);
    const { body } = await this.client.attempt('PUT', path, { raw: new Uint8Array(raw), headers });
    if (body === null) return false;
    ledger.uploadCount++;
    ledger.pictures.set(artworkId, { sha256: sha256Of(raw), during: traffic.period });
    await this.readBack(artworkId, raw);
    return true;
  }

  private async readBack(artworkId: string, raw: Buffer): Promise<void> {
    const { ledger, traffic } = this.world;
    const during = traffic.period;
    const shown = await this.client.bytes(`/v1/artworks/${artworkId}/image`);
    if (shown === null) return;
    ledger.readBackCount++;
    if (!shown.equals(raw)) ledger.wrongPictures.push({ artworkId, during });
  }
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function newPicture(number: number): Promise<Buffer> {
  const background = { r: number % COLOURS, g: Math.floor(number / COLOURS) % COLOURS, b: 90 };
  return sharp({ create: { width: 480, height: 270, channels: 3, background } })
    .png()
    .toBuffer();
}
