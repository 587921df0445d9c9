import type { MessagePort } from 'node:worker_threads';
import { draftMap } from '../draft-map';
import type { MapDraft, MapTask } from '../map-task';

/** What a thread is asked. */
export interface MapThreadQuestion {
  readonly task: MapTask;
  /** Gets `[fraction, stage]`. */
  readonly port: MessagePort;
}

/** What a thread does: this is its entry file. */
export function draftInThread({ task, port }: MapThreadQuestion): MapDraft {
  return draftMap(task, (fraction, stage) => port.postMessage([fraction, stage]));
}
