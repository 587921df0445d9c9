import { existsSync } from 'node:fs';
import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { DependencyError, projectRoot } from '@keyart/common';
import Piscina from 'piscina';
import { INSIGHT_ERROR_CODES } from '../../errors';
import type { MapDraft, MapProgress, MapTask } from '../map-task';

const ENTRY = 'map-thread.js';
const COMPILED = path.join('dist', 'libs', 'insights', 'src', 'map', 'threads');

/** The compiled entry file: beside this one, or, where this runs from its source, in the project's build. */
function threadEntry(): string {
  const places = [__dirname, path.join(projectRoot(), COMPILED)].map((folder) => path.join(folder, ENTRY));
  const found = places.find((place) => existsSync(place));
  if (found) return found;
  const problem = `none of ${places.join(', ')} exists; npm run build`;
  throw new DependencyError(INSIGHT_ERROR_CODES.noThread, problem, false);
}

/**
 * Makes a map in a thread of its own: a minute of arithmetic would otherwise hold up the queue, which takes a worker that does not answer for
 * dead. @throws DependencyError `NO_MAP_THREAD` where the project is not built
 */
export async function draftMapInThread(task: MapTask, onProgress: MapProgress): Promise<MapDraft> {
  const pool = new Piscina<object, MapDraft>({
    filename: threadEntry(),
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
