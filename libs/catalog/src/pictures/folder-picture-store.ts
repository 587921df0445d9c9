import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { DependencyError, messageOf } from '@keyart/common';
import { CATALOG_DEPENDENCY_ERRORS, PictureNotFoundError } from '../errors';
import { inspectPicture } from './inspect-picture';
import type { OpenedPicture, PictureStore, StoredPicture } from './picture-store';
import { requireSha256 } from './require-sha256';

/** Pictures in a folder, two levels deep by hash; a file appears whole or not at all. */
export class FolderPictureStore implements PictureStore {
  /** @param root folder to keep pictures in; made when missing */
  constructor(private readonly root: string) {}

  async put(bytes: Buffer, measured?: StoredPicture): Promise<StoredPicture> {
    const picture = measured ?? (await inspectPicture(bytes));
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
      throw new DependencyError(CATALOG_DEPENDENCY_ERRORS.PICTURES_NOT_WRITABLE, message, true, { cause });
    }
  }

  private pathOf(sha256: string): string {
    requireSha256(sha256);
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
    const message = `a picture could not be stored: ${messageOf(cause)}`;
    throw new DependencyError(CATALOG_DEPENDENCY_ERRORS.PICTURE_NOT_STORED, message, true, { cause });
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
