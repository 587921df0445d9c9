import { messageOf } from '@keyart/common';
import type { IPolicy } from 'cockatiel';
import { InferenceSession } from 'onnxruntime-node';
import { VisionModelError } from '../errors';
import type { OnnxFeeds, OnnxOutputs } from './onnx-feeds';
import type { OnnxModelFile } from './onnx-model-file';
import type { OnnxPort } from './onnx-port';
import type { OnnxSettings } from './onnx-settings';
import { readModelFile, sha256Of } from './read-model-file';

/** Errors only: graphs made by exporters warn of initializers they do not use. */
const LOG_ERRORS = 3;
/** Threads that wait for work by spinning take twice the processor time where sharp, a database or another process wants it too. */
const SLEEPING_THREADS = {
  session: { intra_op: { allow_spinning: '0' }, inter_op: { allow_spinning: '0' } },
};

/** Pictures and lines have many shapes: memory kept for the last one seldom fits the next, and would only grow. */
const SHAPES_DIFFER = { enableCpuMemArena: false, enableMemPattern: false } as const;

/** What a session needs to run. */
export interface OnnxSessionOptions {
  readonly settings: OnnxSettings;
  /** Lets a bounded number of runs through, of this and other sessions. */
  readonly turns: IPolicy;
}

/** A loaded and warmed graph. */
export class OnnxSession {
  private readonly runs = new Set<Promise<unknown>>();
  private closing: Promise<void> | null = null;

  private readonly session: InferenceSession;
  private readonly turns: IPolicy;

  private constructor(
    readonly name: string,
    /** Of the file, hex. */
    readonly sha256: string,
    { session, turns }: { session: InferenceSession; turns: IPolicy },
  ) {
    this.session = session;
    this.turns = turns;
  }

  /** @throws VisionModelError `VISION_MODEL_MISSING`, `VISION_MODEL_CORRUPT`, `VISION_MODEL_FAILED` */
  static async load(file: OnnxModelFile, { settings, turns }: OnnxSessionOptions): Promise<OnnxSession> {
    const bytes = await readModelFile(file);
    const session = await InferenceSession.create(bytes, {
      intraOpNumThreads: settings.intraOpThreadCount,
      interOpNumThreads: settings.interOpThreadCount,
      logSeverityLevel: LOG_ERRORS,
      ...SHAPES_DIFFER,
      extra: SLEEPING_THREADS,
    }).catch((cause: unknown) => {
      const message = `${file.name}: ${file.path} is no usable ONNX graph: ${messageOf(cause)}`;
      throw new VisionModelError('VISION_MODEL_CORRUPT', message, { cause });
    });
    const loaded = new OnnxSession(file.name, file.sha256 ?? sha256Of(bytes), { session, turns });
    try {
      if (file.warmUp) await loaded.run(file.warmUp);
    } catch (error) {
      await loaded.close();
      throw error;
    }
    return loaded;
  }

  /**
   * One run of the graph.
   * @param makeFeeds called when it is this run's turn, so that inputs of runs that wait take no memory
   * @throws VisionModelError `VISION_MODEL_FAILED`, `VISION_MODEL_CLOSED`
   */
  async run(makeFeeds: () => OnnxFeeds): Promise<OnnxOutputs> {
    if (this.closing) throw new VisionModelError('VISION_MODEL_CLOSED', `${this.name} is closed`);
    const run = this.turns.execute(() => this.runNow(makeFeeds()));
    this.runs.add(run);
    try {
      return await run;
    } finally {
      this.runs.delete(run);
    }
  }

  /** In the order of the graph. */
  get inputs(): OnnxPort[] {
    return portsOf(this.session.inputMetadata);
  }

  /** In the order of the graph. */
  get outputs(): OnnxPort[] {
    return portsOf(this.session.outputMetadata);
  }

  /** Frees the graph once its runs are over; later runs are refused. */
  close(): Promise<void> {
    this.closing ??= Promise.allSettled(this.runs).then(() => this.session.release());
    return this.closing;
  }

  private async runNow(feeds: OnnxFeeds): Promise<OnnxOutputs> {
    try {
      return await this.session.run(feeds);
    } catch (cause) {
      throw new VisionModelError('VISION_MODEL_FAILED', `${this.name}: ${messageOf(cause)}`, { cause });
    }
  }
}

/** What is no tensor is left out. */
function portsOf(metadata: readonly InferenceSession.ValueMetadata[]): OnnxPort[] {
  return metadata.flatMap((port) => (port.isTensor ? [port] : []));
}
