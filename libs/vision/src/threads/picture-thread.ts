import { workerData } from 'piscina';
import { openExtractingReader } from '../analyser/open-extracting-reader';
import { OnnxRuntime } from '../onnx/onnx-runtime';
import { answerOf, type ThreadAnswer } from './thread-answer';
import type { ThreadOptions } from './thread-options';

/** One thread an operator: the other processors have threads of their own, and a picture each takes less time than both on one. */
const runtime = new OnnxRuntime({ intraOpThreadCount: 1 });
const opened = openExtractingReader(runtime, (workerData as ThreadOptions).imageEncoder);
opened.catch(() => undefined); // The first task is told.

/**
 * What a thread does: this is its entry file.
 * @param bytes the file; null: answers once the models are loaded
 */
export function readInThread(bytes: Uint8Array | null): Promise<ThreadAnswer> {
  return answerOf(bytes === null ? ready() : read(bytes));
}

async function ready(): Promise<ThreadAnswer> {
  return { kind: 'ready', versions: (await opened).versions };
}

async function read(bytes: Uint8Array): Promise<ThreadAnswer> {
  const reader = await opened;
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { kind: 'read', features: await reader.read(file) };
}
