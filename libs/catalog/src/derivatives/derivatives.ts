import { contentHash, DependencyError, HitCounter, type Clock } from '@keyart/common';
import { bulkhead, BulkheadRejectedError } from 'cockatiel';
import { LRUCache } from 'lru-cache';
import { CATALOG_ERRORS } from '../errors';
import type { PictureStore } from '../pictures/picture-store';
import type { DerivativeEncoder } from './derivative-encoder';
import type { DerivativeFolder } from './derivative-folder';
import type { DerivativePlan } from './plan-derivative';
import { SingleFlight } from './single-flight';

/** Held in front of the disk. */
const MEMORY_BYTES = 64 * 2 ** 20;
/** Encoders at a time: each holds one of Node's four threads for files, which hits need too. */
const ENCODER_COUNT = 2;
/** More than this many waiting would wait longer than a caller does. */
const WAITING_COUNT = 500;
/** How exact the time of the last use is that the disk is told. */
const TOUCH_EVERY_MS = 60_000;

/** What derivatives are made of and with, and where they are kept. */
export interface DerivativesOptions {
  readonly pictures: Pick<PictureStore, 'read'>;
  readonly encoder: DerivativeEncoder;
  readonly folder: DerivativeFolder;
  readonly clock: Clock;
}

interface Kept {
  readonly bytes: Buffer;
  touchedMs: number;
}

/** Pictures in other sizes and formats: each is made once, however many ask for it at once, and kept. */
export class Derivatives {
  /** How often one was there already. */
  readonly counter = new HitCounter();
  private readonly memory = new LRUCache<string, Kept>({
    maxSize: MEMORY_BYTES,
    sizeCalculation: ({ bytes }) => bytes.length,
  });
  private readonly flights = new SingleFlight<Buffer>();
  private readonly writes = new Set<Promise<void>>();
  private readonly encoders = bulkhead(ENCODER_COUNT, WAITING_COUNT);

  constructor(private readonly options: DerivativesOptions) {}

  /** Names the bytes of a plan: equal keys, equal bytes. 64 hex digits. */
  keyOf({ sha256, crop, output, format }: DerivativePlan): string {
    return contentHash(JSON.stringify([this.options.encoder.version, sha256, crop, output, format]));
  }

  /**
   * The file of a plan.
   * @throws PictureNotFoundError, DependencyError `DERIVATIVE_NOT_MADE`, `DERIVATIVES_BUSY` (retryable)
   */
  async bytesOf(plan: DerivativePlan): Promise<Buffer> {
    const key = this.keyOf(plan);
    const kept = this.memory.get(key);
    if (!kept) return this.flights.run(key, () => this.fetch(key, plan));
    this.counter.count(true);
    this.touch(key, kept);
    return kept.bytes;
  }

  /** Resolves once everything made so far is kept. */
  async settled(): Promise<void> {
    await Promise.all(this.writes);
    await this.options.folder.settled();
  }

  private async fetch(key: string, plan: DerivativePlan): Promise<Buffer> {
    const found = await this.options.folder.read(key);
    this.counter.count(found !== null);
    const bytes = found ?? (await this.make(plan));
    if (!found) this.inBackground(this.options.folder.write(key, bytes));
    this.memory.set(key, { bytes, touchedMs: this.options.clock.nowMs() });
    return bytes;
  }

  private async make(plan: DerivativePlan): Promise<Buffer> {
    const { pictures, encoder } = this.options;
    try {
      return await this.encoders.execute(async () => encoder.encode(await pictures.read(plan.sha256), plan));
    } catch (error) {
      if (!(error instanceof BulkheadRejectedError)) throw error;
      const message = 'too many derivatives are being made';
      throw new DependencyError(CATALOG_ERRORS.DERIVATIVES_BUSY, message, true, { cause: error });
    }
  }

  /** Nobody waits for the disk to take something; it does not reject. */
  private inBackground(write: Promise<void>): void {
    const tracked = write.finally(() => this.writes.delete(tracked));
    this.writes.add(tracked);
  }

  private touch(key: string, kept: Kept): void {
    const nowMs = this.options.clock.nowMs();
    if (nowMs - kept.touchedMs < TOUCH_EVERY_MS) return;
    kept.touchedMs = nowMs;
    this.inBackground(this.options.folder.touch(key));
  }
}
