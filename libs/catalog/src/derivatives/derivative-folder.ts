import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, utimes } from 'node:fs/promises';
import path from 'node:path';
import { messageOf, type Clock, type Logger } from '@keyart/common';
import { sweepFolder } from './sweep-folder';

const DIGEST_BYTES = 32;
/** A sweep takes so much away that the next one is not due at once. */
const SWEPT_FRACTION = 0.9;

/** Where derivatives are kept, and how much of them. */
export interface DerivativeFolderOptions {
  /** Made when missing. Several processes may share it. */
  readonly root: string;
  readonly maxBytes: number;
  readonly clock: Clock;
  /** Told what goes wrong; a cache's faults are nobody's errors. */
  readonly logger: Logger;
}

/**
 * Files by key, in a folder. A file appears whole, and begins with the digest of the rest, so that one that a crash cut off is
 * found out when it is read. The time it was last asked for is its modification time: it is there after a restart, and for
 * every process. Once more than `maxBytes` are there, those not asked for longest go.
 */
export class DerivativeFolder {
  /** What the last sweep left; not measured yet. */
  private restBytes = Infinity;
  /** Written since that sweep began. */
  private writtenBytes = 0;
  private sweeping: Promise<void> | null = null;

  constructor(private readonly options: DerivativeFolderOptions) {}

  /** The bytes written under the key, or null. */
  async read(key: string): Promise<Buffer | null> {
    const file = this.pathOf(key);
    const content = await readFile(file).catch((error: unknown) => this.unreadable(error));
    if (!content) return null;
    const [digest, bytes] = [content.subarray(0, DIGEST_BYTES), content.subarray(DIGEST_BYTES)];
    if (!digestOf(bytes).equals(digest)) return null;
    await this.touch(key);
    return bytes;
  }

  /** Keeps the bytes; when that fails, they are just not kept. */
  async write(key: string, bytes: Buffer): Promise<void> {
    const file = this.pathOf(key);
    const temporary = `${file}.${randomUUID()}`;
    try {
      await mkdir(path.dirname(file), { recursive: true });
      await this.writeStamped(temporary, [digestOf(bytes), bytes]);
      await rename(temporary, file);
      this.writtenBytes += DIGEST_BYTES + bytes.length;
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined);
      this.options.logger.warn({ reason: messageOf(error) }, 'a derivative could not be kept');
    }
    if (this.isTooFull()) this.sweeping ??= this.sweep();
  }

  /** Notes that the file was asked for. */
  async touch(key: string): Promise<void> {
    const now = this.now();
    // It may just have been swept away.
    await utimes(this.pathOf(key), now, now).catch(() => undefined);
  }

  /** Resolves once no sweep is under way. */
  async settled(): Promise<void> {
    await this.sweeping;
  }

  private isTooFull(): boolean {
    return this.restBytes + this.writtenBytes > this.options.maxBytes;
  }

  private async sweep(): Promise<void> {
    const { root, maxBytes, logger } = this.options;
    try {
      do {
        this.writtenBytes = 0;
        this.restBytes = await sweepFolder(root, { maxBytes, leaveBytes: maxBytes * SWEPT_FRACTION });
      } while (this.isTooFull());
    } catch (error) {
      logger.warn({ reason: messageOf(error) }, 'derivatives could not be swept');
    } finally {
      this.sweeping = null;
    }
  }

  private async writeStamped(file: string, parts: readonly Buffer[]): Promise<void> {
    const handle = await open(file, 'wx');
    try {
      await handle.writev(parts);
      await handle.utimes(this.now(), this.now());
    } finally {
      await handle.close();
    }
  }

  private unreadable(error: unknown): null {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      this.options.logger.warn({ reason: messageOf(error) }, 'a derivative could not be read');
    return null;
  }

  private now(): Date {
    return new Date(this.options.clock.nowMs());
  }

  private pathOf(key: string): string {
    return path.join(this.options.root, key.slice(0, 2), key);
  }
}

function digestOf(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
