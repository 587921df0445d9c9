import path from 'node:path';
import { findProgram } from './find-program';
import { freePort } from './free-port';
import { SupervisedProcess } from './supervised-process';

/** A Redis that syncs every write: only then does an accepted job outlive a crash. Null where none is installed. */
export async function startRedis(
  folder: string,
): Promise<{ readonly url: string; readonly server: SupervisedProcess } | null> {
  const program = findProgram('redis-server');
  if (!program) return null;
  const port = await freePort();
  const network = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder];
  const durable = ['--save', '', '--appendonly', 'yes', '--appendfsync', 'always'];
  const server = new SupervisedProcess({
    program,
    args: [...network, ...durable],
    logFile: path.join(folder, 'redis.log'),
  });
  server.start();
  return { url: `redis://127.0.0.1:${port}`, server };
}
