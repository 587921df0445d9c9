import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** The wall clock that the service's processes share; it can be set back while they run. See shifted-clock.cjs. */
export class MachineClock {
  readonly file: string;
  offsetMs = 0;

  constructor(folder: string) {
    this.file = path.join(folder, 'clock-offset');
    this.jump(0);
  }

  jump(byMs: number): void {
    this.offsetMs += byMs;
    writeFileSync(this.file, String(this.offsetMs));
  }
}
