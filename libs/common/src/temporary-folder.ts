import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** A folder for nobody else, gone in the end even where the process ends before the work does; only a killed process leaves it behind. */
export class TemporaryFolder {
  private constructor(readonly path: string) {
    process.on('exit', this.removeNow);
  }

  /** @param name how the folder's name begins, below the system's temporary folder */
  static async make(name: string): Promise<TemporaryFolder> {
    return new TemporaryFolder(await mkdtemp(path.join(os.tmpdir(), `${name}-`)));
  }

  async remove(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
    process.off('exit', this.removeNow);
  }

  private readonly removeNow = (): void => {
    try {
      rmSync(this.path, { recursive: true, force: true, maxRetries: 2 });
    } catch {
      // The process ends as it was about to.
    }
  };
}

/** Works in such a folder. @param name see `TemporaryFolder` */
export async function withTemporaryFolder<T>(name: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await TemporaryFolder.make(name);
  try {
    return await work(folder.path);
  } finally {
    await folder.remove();
  }
}
