import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DependencyError, InputError, messageOf, type Configuration } from '@keyart/common';
import { KEPT_VIDEO_ERRORS } from './errors';

/** A video's file as it was kept. */
export interface KeptVideo {
  /** Hex SHA-256 of the bytes, its address. */
  readonly sha256: string;
  readonly sizeBytes: number;
}

const SHA256 = /^[0-9a-f]{64}$/;

/**
 * Videos in a folder by hash, with small pictures of their frames beside them; a file appears whole or not at all. ffmpeg wants files, so
 * videos lie in a folder even where pictures are in an object store; API and worker on several machines share it.
 */
export class VideoFolder {
  /** @param root made when missing */
  constructor(private readonly root: string) {}

  /** The folder of this installation, `KEYART_HOME/videos`. */
  static of({ KEYART_HOME }: Pick<Configuration, 'KEYART_HOME'>): VideoFolder {
    return new VideoFolder(path.join(KEYART_HOME, 'videos'));
  }

  /**
   * Writes the stream to a file as it comes.
   * @throws InputError `VIDEO_TOO_LARGE`, `VIDEO_EMPTY`, or what the stream throws; nothing is kept then
   * @throws DependencyError `VIDEO_NOT_STORED`
   */
  async receive(stream: Readable, maxBytes: number): Promise<KeptVideo> {
    const temporary = path.join(this.root, `.coming-${randomUUID()}`);
    const meter = new Meter(maxBytes);
    try {
      await mkdir(this.root, { recursive: true });
      await pipeline(stream, meter, createWriteStream(temporary, { flags: 'wx' }));
      const kept = meter.kept();
      if (kept.sizeBytes === 0) throw new InputError(KEPT_VIDEO_ERRORS.VIDEO_EMPTY, 'the video has no bytes');
      await rename(temporary, this.pathOf(kept.sha256));
      return kept;
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined);
      if (!isOfDisk(error)) throw error;
      const message = `a video could not be stored: ${messageOf(error)}`;
      throw new DependencyError(KEPT_VIDEO_ERRORS.VIDEO_NOT_STORED, message, true, { cause: error });
    }
  }

  /** Where the video's file lies. @throws DependencyError `VIDEO_FILE_MISSING` */
  async open(sha256: string): Promise<string> {
    const file = this.pathOf(sha256);
    if ((await stat(file).catch(() => null))?.isFile()) return file;
    const message = `the file of video ${sha256} is not in this machine's folder of videos`;
    throw new DependencyError(KEPT_VIDEO_ERRORS.VIDEO_FILE_MISSING, message, false);
  }

  /** Where a small picture of the video is kept. @param name such as `12-2x3` */
  thumbnailPath(sha256: string, name: string): string {
    return `${this.pathOf(sha256)}.frames/${path.basename(name)}.jpg`;
  }

  /** Removes the video with its small pictures; harmless where there is none. */
  async remove(sha256: string): Promise<void> {
    const file = this.pathOf(sha256);
    await rm(file, { force: true });
    await rm(`${file}.frames`, { recursive: true, force: true });
  }

  private pathOf(sha256: string): string {
    if (!SHA256.test(sha256)) throw new RangeError('no SHA-256 of a video');
    return path.join(this.root, sha256);
  }
}

/** Counts and hashes what passes, up to a limit. */
class Meter extends Transform {
  private readonly hash = createHash('sha256');
  private sizeBytes = 0;

  constructor(private readonly maxBytes: number) {
    super();
  }

  override _transform(
    chunk: Buffer,
    _encoding: string,
    done: (error: Error | null, chunk?: Buffer) => void,
  ): void {
    this.sizeBytes += chunk.length;
    if (this.sizeBytes > this.maxBytes) {
      done(
        new InputError(KEPT_VIDEO_ERRORS.VIDEO_TOO_LARGE, `the video has more than ${this.maxBytes} bytes`),
      );
      return;
    }
    this.hash.update(chunk);
    done(null, chunk);
  }

  kept(): KeptVideo {
    return { sha256: this.hash.digest('hex'), sizeBytes: this.sizeBytes };
  }
}

function isOfDisk(error: unknown): boolean {
  const { code = '', syscall } = Object(error) as NodeJS.ErrnoException;
  return syscall !== undefined || ['ENOSPC', 'EACCES', 'EROFS', 'EDQUOT'].includes(code);
}
