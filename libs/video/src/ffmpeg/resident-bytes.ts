import { readFile } from 'node:fs/promises';

const BYTES_PER_KIBIBYTE = 1024;

/** Resident memory of a process; null: it has ended, or this system does not tell. */
export async function residentBytesOf(pid: number): Promise<number | null> {
  try {
    const found = /^VmRSS:\s+(\d+) kB$/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'));
    return found && Number(found[1]) * BYTES_PER_KIBIBYTE;
  } catch {
    return null;
  }
}
