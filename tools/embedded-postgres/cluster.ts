import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ClusterLocation } from './cluster-location';
import { runProgram } from './run-program';

/** Superuser of the embedded server. */
export const SUPERUSER = 'keyart';

const PASSWORD_BYTES = 24;

/** Paths inside a cluster's folder. */
export interface ClusterPaths {
  readonly root: string;
  readonly data: string;
  readonly password: string;
  readonly port: string;
  readonly log: string;
  readonly leases: string;
}

/** Names of a cluster's files; nothing is made. */
export function clusterPaths(root: string): ClusterPaths {
  const at = (name: string): string => path.join(root, name);
  return {
    root,
    data: at('data'),
    password: at('password'),
    port: at('port'),
    log: at('server.log'),
    leases: at('leases'),
  };
}

/** The superuser's password. */
export function readPassword(paths: ClusterPaths): string {
  return readFileSync(paths.password, 'utf8').trim();
}

function giveToServerUser({ user }: ClusterLocation, ...files: string[]): void {
  if (user) files.forEach((file) => chownSync(file, user.uid, user.gid));
}

// The builtin provider sorts the same on every system, whatever locales it has.
function initdbArguments(paths: ClusterPaths, isDurable: boolean): string[] {
  const locale = ['--encoding=UTF8', '--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = [`--username=${SUPERUSER}`, '--auth=scram-sha-256', `--pwfile=${paths.password}`];
  return [`--pgdata=${paths.data}`, ...access, ...locale, ...(isDurable ? [] : ['--no-sync'])];
}

async function initialise(location: ClusterLocation, root: string, isDurable: boolean): Promise<void> {
  const paths = clusterPaths(root);
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { mode: 0o700 });
  mkdirSync(paths.leases);
  writeFileSync(paths.password, `${randomBytes(PASSWORD_BYTES).toString('base64url')}\n`, { mode: 0o600 });
  giveToServerUser(location, root, paths.password);
  await runProgram(location, 'initdb', initdbArguments(paths, isDurable));
}

/**
 * The cluster of this location, made by `initdb` when there is none; an interrupted `initdb` leaves none behind.
 * The caller holds the location's lock.
 */
export async function ensureCluster(location: ClusterLocation, isDurable: boolean): Promise<ClusterPaths> {
  const root = path.join(location.folder, 'cluster');
  if (!existsSync(root)) {
    const unfinished = `${root}.new`;
    await initialise(location, unfinished, isDurable);
    renameSync(unfinished, root);
  }
  return clusterPaths(root);
}
