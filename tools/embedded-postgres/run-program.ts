import { spawn } from 'node:child_process';
import type { ClusterLocation } from './cluster-location';
import { EmbeddedPostgresError } from './errors';
import { programPath, type PostgresProgram } from './postgres-binaries';

// The programs' messages are shown as they are; English is what a search engine knows.
const ENVIRONMENT = { LC_ALL: 'C', LANGUAGE: 'C' };

function accountOf({ user }: ClusterLocation): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {};
}

/**
 * Runs one of the server's programs to its end, as the server's account.
 * @returns its standard output and error together
 * @throws EmbeddedPostgresError `commandFailed` with that output
 */
export function runProgram(
  location: ClusterLocation,
  program: PostgresProgram,
  args: string[],
): Promise<string> {
  const child = spawn(programPath(location.native, program), args, {
    ...accountOf(location),
    cwd: location.folder,
    env: { ...process.env, ...ENVIRONMENT },
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    // 'exit', not 'close': the server that pg_ctl leaves behind may hold the pipes open.
    child.on('exit', (status) => {
      const output = Buffer.concat(chunks).toString('utf8').trim();
      if (status === 0) resolve(output);
      else reject(new EmbeddedPostgresError('commandFailed', `${program} ended with ${status}: ${output}`));
    });
  });
}
