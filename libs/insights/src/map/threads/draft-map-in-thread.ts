import { MessageChannel } from 'node:worker_threads';
import Piscina from 'piscina';
import { threadEntry } from '../../thread-entry';
import type { MapDraft, MapProgress, MapTask } from '../map-task';

const ENTRY = 'map/threads/map-thread.js';

/**
 * Makes a map in a thread of its own: a minute of arithmetic would otherwise hold up the queue, which takes a worker that does not answer for
 * dead. @throws DependencyError `NO_MAP_THREAD` where the project is not built
 */
export async function draftMapInThread(task: MapTask, onProgress: MapProgress): Promise<MapDraft> {
  const pool = new Piscina<object, MapDraft>({
    filename: threadEntry(ENTRY),
    name: 'draftInThread',
    maxThreads: 1,
  });
  const { port1: listener, port2: port } = new MessageChannel();
  listener.on('message', ([fraction, stage]: [number, string]) => onProgress(fraction, stage));
  try {
    return await pool.run({ task, port }, { transferList: [port] });
  } finally {
    listener.close();
    await pool.destroy();
  }
}
