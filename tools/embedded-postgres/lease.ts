import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isAlive } from '../bootstrap/exclusive-lock.cjs';

/** Notes that this process uses the server. @returns the lease's file */
export function takeLease(folder: string): string {
  const file = path.join(folder, `${process.pid}.${randomUUID()}`);
  writeFileSync(file, '');
  return file;
}

/** Ends a lease. */
export function releaseLease(file: string): void {
  rmSync(file, { force: true });
}

/** Whether a living process still uses the server; leases of the dead are swept away. */
export function isLeased(folder: string): boolean {
  const names = readdirSync(folder);
  const isLive = (name: string): boolean => isAlive(Number(name.split('.')[0]));
  names.filter((name) => !isLive(name)).forEach((name) => releaseLease(path.join(folder, name)));
  return names.some(isLive);
}
