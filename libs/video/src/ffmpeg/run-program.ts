import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { setPriority } from 'node:os';
import type { Readable } from 'node:stream';
import { messageOf } from '@keyart/common';
import { VideoDependencyError, VideoInputError } from '../errors';
import type { VideoLimits } from '../video-limits';
import { prlimitOf } from './prlimit';
import { residentBytesOf } from './resident-bytes';

/** What one run may cost. */
export type RunLimits = Pick<VideoLimits, 'maxWallMs' | 'maxCpuMs' | 'maxMemoryBytes'>;

/** A program to be run over a file that nobody vouches for. */
export interface ProgramRun {
  /** Absolute path. */
  readonly program: string;
  readonly options: readonly string[];
  readonly limits: RunLimits;
  /** The file it reads, for messages. */
  readonly about: string;
  readonly signal?: AbortSignal;
  /** Takes what comes at descriptor 1. */
  readonly onOutput: (chunk: Buffer) => void;
  /** Takes what comes at descriptor 3. */
  readonly onSideOutput?: (chunk: Buffer) => void;
}

/** How a program ended by itself. */
export interface ProgramEnd {
  readonly exitCode: number | null;
  /** The last it said of errors. */
  readonly complaints: string;
  /** Lines of them, all told. */
  readonly complaintCount: number;
}

const LOOK_INTERVAL_MS = 250;
const MAX_COMPLAINT_LENGTH = 4000;
/** Below everything that answers people. */
const PRIORITY = 10;
const CPU_SIGNALS = ['SIGXCPU', 'SIGKILL'];

/**
 * Runs a program without a shell, without standard input and with an empty environment, and ends it when it costs too much.
 * @throws VideoInputError `VIDEO_TOO_COSTLY`; VideoDependencyError `FFMPEG_FAILED` where it cannot be started; what the signal's
 * reason is when it was aborted; what a taker of output throws
 */
export async function runProgram(run: ProgramRun): Promise<ProgramEnd> {
  run.signal?.throwIfAborted();
  const [program, options] = await prlimitOf(run);
  const stdio: StdioOptions = ['ignore', 'pipe', 'pipe', 'pipe'];
  const child = spawn(program, options, { stdio, env: {}, windowsHide: true });
  return new Promise<ProgramEnd>((resolve, reject) => {
    const watch = new Watch(child, run);
    let [complaints, complaintCount] = ['', 0];
    child.stderr?.on('data', (chunk: Buffer) => {
      const text = chunk.toString('utf8');
      complaintCount += text.split('\n').length - 1;
      complaints = (complaints + text).slice(-MAX_COMPLAINT_LENGTH);
    });
    watch.feed(child.stdout, run.onOutput);
    watch.feed(child.stdio[3] as Readable, run.onSideOutput ?? (() => undefined));
    child.on('error', (cause) => {
      watch.end();
      reject(
        new VideoDependencyError('FFMPEG_FAILED', `ffmpeg cannot be run: ${messageOf(cause)}`, { cause }),
      );
    });
    child.on('close', (exitCode, signal) => {
      watch.end();
      const failure =
        watch.failure ?? (signal && CPU_SIGNALS.includes(signal) ? watch.tooCostly('processor time') : null);
      if (failure) reject(failure);
      else resolve({ exitCode, complaints: complaints.trim(), complaintCount });
    });
  });
}

/** Ends a child that costs too much, is no longer wanted, or whose output cannot be taken. */
class Watch {
  failure: unknown = null;
  private readonly timers: NodeJS.Timeout[];

  constructor(
    private readonly child: ChildProcess,
    private readonly run: ProgramRun,
  ) {
    const { limits, signal } = run;
    this.timers = [
      setTimeout(() => this.fail(this.tooCostly('time')), limits.maxWallMs),
      setInterval(() => void this.weigh(), LOOK_INTERVAL_MS),
    ];
    signal?.addEventListener('abort', this.abort, { once: true });
    yieldToOthers(child);
  }

  feed(stream: Readable | null, take: (chunk: Buffer) => void): void {
    stream?.on('data', (chunk: Buffer) => {
      if (this.failure !== null) return;
      try {
        take(chunk);
      } catch (error) {
        this.fail(error);
      }
    });
  }

  tooCostly(what: string): VideoInputError {
    return new VideoInputError(
      'VIDEO_TOO_COSTLY',
      `${this.run.about}: reading it takes more ${what} than it may`,
    );
  }

  end(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.run.signal?.removeEventListener('abort', this.abort);
  }

  private readonly abort = (): void => this.fail(this.run.signal?.reason);

  private async weigh(): Promise<void> {
    const bytes = this.child.pid === undefined ? null : await residentBytesOf(this.child.pid);
    if (bytes !== null && bytes > this.run.limits.maxMemoryBytes) this.fail(this.tooCostly('memory'));
  }

  private fail(error: unknown): void {
    this.failure ??= error;
    this.child.kill('SIGKILL');
  }
}

function yieldToOthers({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, PRIORITY);
  } catch {
    // It has ended already, or the system knows no priorities.
  }
}
