import { fork, type ChildProcess } from 'node:child_process';
import type { Logger } from '@keyart/common';
import { LLM_ERROR_CODES, LlmError } from '../errors';
import { findChildEntry } from './child-entry';
import { isChildMessage, type ChildMessage, type LoadMessage, type ScoreMessage } from './child-messages';

interface Waiting {
  readonly resolve: (message: ChildMessage) => void;
  readonly reject: (error: LlmError) => void;
}

/** One run of the model's process: one question at a time, every question answered or failed. */
export class ModelProcess {
  readonly pid: number | undefined;
  private readonly child: ChildProcess;
  private readonly exited: Promise<void>;
  private waiting: Waiting | null = null;
  private hasExited = false;

  constructor(private readonly logger?: Logger) {
    this.child = fork(findChildEntry(__dirname), [], {
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.pid = this.child.pid;
    this.exited = new Promise((resolve) => {
      this.child.once('exit', (code, signal) => resolve(this.onEnd(`ended (${signal ?? code})`)));
      this.child.once('error', (error) => resolve(this.onEnd(error.message)));
    });
    this.child.on('message', (message) => this.onMessage(message));
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (text: Buffer) => logger?.warn({ pid: this.pid }, text.toString().trimEnd()));
  }

  get isAlive(): boolean {
    return !this.hasExited;
  }

  /**
   * Sends a question and waits for its answer.
   * @throws LlmError `LLM_UNAVAILABLE` when the process ends first
   */
  ask(message: LoadMessage | ScoreMessage): Promise<ChildMessage> {
    return new Promise((resolve, reject) => {
      if (this.hasExited) return reject(unavailable('the model process has ended'));
      this.waiting = { resolve, reject };
      this.send(message);
    });
  }

  /** Ends the process at once; resolves when it is gone. */
  async kill(): Promise<void> {
    if (!this.hasExited) this.child.kill('SIGKILL');
    await this.exited;
  }

  private send(message: object): void {
    if (this.child.connected) this.child.send(message, () => undefined);
  }

  private onMessage(message: unknown): void {
    const waiting = this.waiting;
    this.waiting = null;
    if (isChildMessage(message)) return waiting?.resolve(message);
    const text = 'the model process sent a message of unknown shape';
    waiting?.reject(new LlmError(LLM_ERROR_CODES.badAnswer, text, { isRetryable: false }));
  }

  private onEnd(reason: string): void {
    if (this.hasExited) return;
    this.hasExited = true;
    this.logger?.info({ pid: this.pid, reason }, 'model process ended');
    this.waiting?.reject(unavailable(`the model process ${reason}`));
    this.waiting = null;
  }
}

function unavailable(message: string): LlmError {
  return new LlmError(LLM_ERROR_CODES.unavailable, message, { isRetryable: true });
}
