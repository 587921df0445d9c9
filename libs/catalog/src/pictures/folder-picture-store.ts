import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { DependencyError, messageOf } from '@keyart/common';
import { PictureNotFoundError } from '../errors';
import { inspectPicture } from './inspect-picture';
import type { OpenedPicture, PictureStore, StoredPicture } from './picture-store';

const SHA256 = /^[0-9a-f]{64}$/;

/** Pictures in a folder, two levels deep by hash; a file appears whole or not at all. */
export class FolderPictureStore implements PictureStore {
  /** @param root folder to keep pictures in; made when missing */
  constructor(private readonly root: string) {}

  async put(bytes: Buffer): Promise<StoredPicture> {
    const picture = await inspectPicture(bytes);
    const target = this.pathOf(picture.sha256);
    if ((await sizeOf(target)) !== picture.sizeBytes) await writeWhole(target, bytes);
    return picture;
  }

  async open(sha256: string): Promise<OpenedPicture> {
    const file = this.pathOf(sha256);
    const sizeBytes = await sizeOf(file);
    if (sizeBytes === null) throw new PictureNotFoundError(sha256);
    return { sizeBytes, stream: () => createReadStream(file) };
  }

  async read(sha256: string): Promise<Buffer> {
    return buffer((await this.open(sha256)).stream());
  }

  async checkWritable(): Promise<void> {
    const probe = path.join(this.root, `.probe-${randomUUID()}`);
    try {
      await mkdir(this.root, { recursive: true });
      await writeAndSync(probe, Buffer.from('keyart'));
      await rm(probe);
    } catch (cause) {
      const { code = 'unknown' } = cause as NodeJS.ErrnoException;
      const message = `pictures cannot be stored: ${code}`;
      throw new DependencyError('PICTURES_NOT_WRITABLE', message, true, { cause });
    }
  }

  private pathOf(sha256: string): string {
    // Also keeps `..` and slashes from reaching the file system.
    if (!SHA256.test(sha256)) throw new PictureNotFoundError(sha256);
    return path.resolve(this.root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }
}

async function sizeOf(file: string): Promise<number | null> {
  const found = await stat(file).catch(() => null);
  return found?.isFile() ? found.size : null;
}

async function writeWhole(target: string, bytes: Buffer): Promise<void> {
  const temporary = `${target}.${randomUUID()}`;
  try {
    await mkdir(path.dirname(target), { recursive: true });
    await writeAndSync(temporary, bytes);
    await rename(temporary, target);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new DependencyError(
      'PICTURE_NOT_STORED',
      `a picture could not be stored: ${messageOf(cause)}`,
      true,
      { cause },
    );
  }
}

async function writeAndSync(file: string, bytes: Buffer): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
