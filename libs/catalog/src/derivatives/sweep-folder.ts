import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** Files looked at at a time. */
const LANE_COUNT = 16;

/** When a folder is too full, and how much a sweep leaves. */
export interface SweepLimits {
  readonly maxBytes: number;
  /** At most, when more than `maxBytes` were there. */
  readonly leaveBytes: number;
}

interface SweptFile {
  readonly file: string;
  readonly sizeBytes: number;
  readonly usedMs: number;
}

/**
 * Removes the files of a folder that were not used longest, by their modification time, when it is too full.
 * @returns bytes left
 */
export async function sweepFolder(root: string, { maxBytes, leaveBytes }: SweepLimits): Promise<number> {
  const files = await filesOf(root);
  let leftBytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  if (leftBytes <= maxBytes) return leftBytes;
  files.sort((a, b) => a.usedMs - b.usedMs);
  for (const { file, sizeBytes } of files) {
    if (leftBytes <= leaveBytes) break;
    await rm(file, { force: true });
    leftBytes -= sizeBytes;
  }
  return leftBytes;
}

async function filesOf(root: string): Promise<SweptFile[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const waiting = entries.filter((entry) => entry.isFile()).values();
  const found: SweptFile[] = [];
  const lane = async (): Promise<void> => {
    for (const { parentPath, name } of waiting) {
      const file = path.join(parentPath, name);
      // Another process may sweep as well.
      const known = await stat(file).catch(() => null);
      if (known) found.push({ file, sizeBytes: known.size, usedMs: known.mtimeMs });
    }
  };
  await Promise.all(Array.from({ length: LANE_COUNT }, lane));
  return found;
}
