import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const SIZE_MB = 64;
const BALLAST_STEP_BYTES = 64 * 1024;

/** A small disk for pictures that can be filled to the last block. Needs the right to mount; else pictures share the big one. */
export class PictureDisk {
  readonly isMounted: boolean;

  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
    const args = ['-t', 'tmpfs', '-o', `size=${SIZE_MB}m`, 'tmpfs', folder];
    this.isMounted = spawnSync('mount', args, { stdio: 'ignore' }).status === 0;
  }

  fill(): void {
    const step = Buffer.alloc(BALLAST_STEP_BYTES);
    try {
      for (;;) writeFileSync(this.ballast, step, { flag: 'a' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }

  free(): void {
    rmSync(this.ballast, { force: true });
  }

  close(): void {
    if (this.isMounted) spawnSync('umount', ['-l', this.folder], { stdio: 'ignore' });
  }

  private get ballast(): string {
    return path.join(this.folder, 'ballast');
  }
}
