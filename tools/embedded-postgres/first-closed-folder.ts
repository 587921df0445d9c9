import { statSync } from 'node:fs';
import path from 'node:path';
import type { ServerUser } from './server-user';

function mayEnter(folder: string, user: ServerUser): boolean {
  const { mode, uid, gid } = statSync(folder);
  if (uid === user.uid) return (mode & 0o100) !== 0;
  if (gid === user.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

/** The first folder on the way to `folder` (itself included) that the user may not enter; null: all is open. */
export function firstClosedFolder(folder: string, user: ServerUser): string | null {
  const parent = path.dirname(folder);
  const closedAbove = parent === folder ? null : firstClosedFolder(parent, user);
  return closedAbove ?? (mayEnter(folder, user) ? null : folder);
}
