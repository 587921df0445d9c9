import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { contentHash } from '@keyart/common';
import { EmbeddedPostgresError } from './errors';
import { firstClosedFolder } from './first-closed-folder';
import { postgresBinaries } from './postgres-binaries';
import { serverUser, type ServerUser } from './server-user';

/** Where the server's files lie and as whom it runs. */
export interface ClusterLocation {
  /** Holds `cluster/` (data, password, port, leases), `lock`. */
  readonly folder: string;
  /** The programs' `native` folder. */
  readonly native: string;
  /** null: the user of this process. */
  readonly user: ServerUser | null;
}

/** Only folders made here get their mode changed. */
function makeOpenFolder(folder: string): string {
  const firstMade = mkdirSync(folder, { recursive: true });
  for (
    let made = firstMade ? folder : '';
    made.length >= (firstMade?.length ?? Infinity);
    made = path.dirname(made)
  )
    chmodSync(made, 0o755);
  return folder;
}

function fallbackFolder(home: string, user: ServerUser): string {
  const folder = makeOpenFolder(path.join(os.tmpdir(), `keyart-${contentHash(home, 12)}`));
  const status = lstatSync(folder);
  const isOurs = status.isDirectory() && status.uid === process.getuid?.();
  if (isOurs && !firstClosedFolder(folder, user)) return folder;
  const message = `neither ${home} nor ${folder} can be entered by the account ${user.name}; set KEYART_HOME to a folder that can, or DATABASE_URL`;
  throw new EmbeddedPostgresError('unreachableFolder', message);
}

/** A copy of the programs for an account that cannot enter node_modules. */
function copyOfBinaries(native: string, folder: string): string {
  const copy = path.join(folder, `native-${contentHash(native, 8)}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    if (!existsSync(copy)) throw error;
    rmSync(unfinished, { recursive: true, force: true });
  }
  return copy;
}

function locationForRoot(wanted: string, user: ServerUser, say: (line: string) => void): ClusterLocation {
  const closed = firstClosedFolder(wanted, user);
  const folder = closed ? fallbackFolder(wanted, user) : wanted;
  if (closed)
    say(
      `embedded PostgreSQL runs as ${user.name}, which may not enter ${closed}: using ${folder}, which the machine may clean up. Set KEYART_HOME to keep it elsewhere.`,
    );
  const native = postgresBinaries();
  const isNativeOpen = firstClosedFolder(path.join(native, 'bin'), user) === null;
  return {
    folder,
    user,
    native: isNativeOpen ? native : copyOfBinaries(native, fallbackFolder(wanted, user)),
  };
}

/**
 * The folder of the embedded server: `<home>/postgres`, or, where root's stand-in account cannot enter that, one below the
 * system's folder for temporary files.
 * @param home `KEYART_HOME`
 * @param say receives one line when another folder is used
 */
export function clusterLocation(home: string, say: (line: string) => void): ClusterLocation {
  const folder = makeOpenFolder(path.resolve(home, 'postgres'));
  const user = serverUser();
  if (!user) return { folder, user, native: postgresBinaries() };
  return locationForRoot(folder, user, say);
}
