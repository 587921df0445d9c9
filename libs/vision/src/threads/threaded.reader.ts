import { availableParallelism } from 'node:os';
import type { PictureFeatures } from '@keyart/contracts';
import Piscina from 'piscina';
import type { PictureReader } from '../analyser/picture-reader';
import { headerOf } from '../decode/decode-picture';
import { DECODING } from '../decode/pixel-budget';
import { findThreadEntry } from './find-thread-entry';
import { withoutFault, type ThreadAnswer } from './thread-answer';
import type { ThreadOptions } from './thread-options';

/** So that a process does not take over a large machine unasked; more pictures at a time need more workers. */
const MOST_THREADS = 2;

/**
 * Reads pictures in threads, a picture a thread: ONNX Runtime's Node binding runs on the thread that calls it, which would hold up a
 * worker's queue for a tenth of a second at a time and leave all processors but one idle.
 */
export class ThreadedReader implements PictureReader {
  private constructor(
    private readonly pool: Piscina<Uint8Array | null, ThreadAnswer>,
    readonly versions: PictureReader['versions'],
  ) {}

  /** With all threads started and their models loaded. @throws VisionModelError where one cannot be loaded */
  static async open(options: ThreadOptions = {}): Promise<ThreadedReader> {
    const threadCount = Math.min(MOST_THREADS, availableParallelism());
    const pool = new Piscina<Uint8Array | null, ThreadAnswer>({
      ...{ filename: findThreadEntry(), name: 'readInThread' },
      ...{ minThreads: threadCount, maxThreads: threadCount },
      workerData: options,
      // A thread that blocks for its next task could not load models meanwhile.
      atomics: 'disabled',
    });
    try {
      const answers = await Promise.all(Array.from({ length: threadCount }, () => pool.run(null)));
      return new ThreadedReader(pool, answers.map(versionsOf)[0]);
    } catch (error) {
      await pool.destroy();
      throw error;
    }
  }

  /** Waits for a free thread. @throws VisionInputError where the bytes are no picture, VisionModelError where a model fails */
  async read(bytes: Buffer): Promise<PictureFeatures> {
    const { width, height } = await headerOf(bytes);
    // Each thread has a budget of its own; what they decode together is bounded here.
    const answer = withoutFault(await DECODING.spend(width * height, () => this.pool.run(bytes)));
    if (answer.kind !== 'read') throw new Error(`a thread answered ${answer.kind} to a picture`);
    return answer.features;
  }

  /** Ends the threads once what they read is read. */
  async close(): Promise<void> {
    await this.pool.close();
  }
}

function versionsOf(answer: ThreadAnswer): PictureReader['versions'] {
  const told = withoutFault(answer);
  if (told.kind !== 'ready') throw new Error(`a thread answered ${told.kind} when it was opened`);
  return told.versions;
}
