import { existsSync } from 'node:fs';
import path from 'node:path';
import { withExclusiveLock } from '../bootstrap/exclusive-lock.cjs';
import { clusterPaths, ensureCluster, type ClusterPaths } from './cluster';
import { clusterLocation, type ClusterLocation } from './cluster-location';
import { isLeased, releaseLease, takeLease } from './lease';
import { databaseUrl, runningPort, startServer, stopServer } from './server';

/** A server that runs, shared by all processes that opened it. */
export interface EmbeddedServer {
  /** URL of one of its databases. */
  urlOf(database: string): string;
  /** Gives it back; the last user's call stops it. */
  stop(): Promise<void>;
}

/** How to open the embedded server. */
export interface EmbeddedServerOptions {
  /** `KEYART_HOME`. */
  readonly home: string;
  /** false: no fsync, for tests that throw the folder away. */
  readonly isDurable: boolean;
  /** Receives a line about an unexpected folder. */
  readonly say: (line: string) => void;
}

const lockOf = ({ folder }: ClusterLocation): string => path.join(folder, 'lock');

async function stopIfUnleased(location: ClusterLocation, paths: ClusterPaths): Promise<void> {
  if (isLeased(paths.leases)) return;
  if ((await runningPort(paths)) !== null) await stopServer(location, paths);
}

/**
 * Opens the embedded PostgreSQL of a folder: attaches to it where it runs, else makes it (first time) and starts it.
 * @throws EmbeddedPostgresError naming what is wrong and what to do
 */
export async function openEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const location = clusterLocation(options.home, options.say);
  return withExclusiveLock(lockOf(location), async () => {
    const paths = await ensureCluster(location, options.isDurable);
    const port = (await runningPort(paths)) ?? (await startServer(location, paths, options.isDurable));
    const lease = takeLease(paths.leases);
    return {
      urlOf: (database) => databaseUrl(paths, port, database),
      stop: () => {
        releaseLease(lease);
        return withExclusiveLock(lockOf(location), () => stopIfUnleased(location, paths));
      },
    };
  });
}

/** Stops the embedded server of a folder when the processes that used it are gone (a command that was killed). */
export async function stopUnusedServer(home: string): Promise<void> {
  if (!existsSync(path.join(home, 'postgres'))) return;
  const location = clusterLocation(home, () => {});
  const paths = clusterPaths(path.join(location.folder, 'cluster'));
  if (existsSync(paths.leases))
    await withExclusiveLock(lockOf(location), () => stopIfUnleased(location, paths));
}
