import { setTimeout as sleep } from 'node:timers/promises';
import { LLM_ERROR_CODES, LlmError } from '../errors';
import { within } from '../within';
import type { LoadMessage } from './child-messages';
import { EMBEDDED_THREADS, type EmbeddedOptions } from './embedded-options';
import { ModelProcess } from './model-process';
import { RestartBackoff } from './restart-backoff';

const START_TIMEOUT_MS = 60_000;

/** Keeps one model process: starts it when first needed, again (after a growing pause) when it has ended. */
export class ModelSupervisor {
  readonly backoff = new RestartBackoff();
  private process: ModelProcess | null = null;
  private isClosed = false;

  constructor(private readonly options: EmbeddedOptions) {}

  get pid(): number | undefined {
    return this.process?.isAlive ? this.process.pid : undefined;
  }

  /**
   * The running process with the model loaded.
   * @throws LlmError `LLM_LOAD_FAILED` naming the file, `LLM_TIMEOUT`, `LLM_UNAVAILABLE`
   */
  async running(): Promise<ModelProcess> {
    if (this.process?.isAlive) return this.process;
    if (this.process) this.backoff.failed();
    this.process = null;
    await sleep(this.backoff.delayMs);
    if (this.isClosed)
      throw new LlmError(LLM_ERROR_CODES.unavailable, 'the model is closed', { isRetryable: false });
    this.process = new ModelProcess(this.options.logger);
    await this.load(this.process);
    return this.process;
  }

  /** Ends the process for good. */
  async close(): Promise<void> {
    this.isClosed = true;
    await this.process?.kill();
  }

  private async load(process: ModelProcess): Promise<void> {
    const { startTimeoutMs = START_TIMEOUT_MS, modelPath } = this.options;
    try {
      const answer = await within(process.ask(this.loadMessage()), startTimeoutMs, `loading ${modelPath}`);
      if (answer.type === 'ready') return;
      const reason = answer.type === 'load-failed' ? answer.message : 'unexpected answer';
      const text = `cannot load model file ${modelPath}: ${reason}`;
      throw new LlmError(LLM_ERROR_CODES.loadFailed, text, { isRetryable: false });
    } catch (error) {
      await process.kill();
      throw error;
    }
  }

  private loadMessage(): LoadMessage {
    const { modelPath, contextTokens, batchTokens, threads, reusePrefix } = this.options;
    return {
      type: 'load',
      modelPath,
      contextTokens,
      batchTokens,
      threads: threads ?? EMBEDDED_THREADS,
      reusePrefix: reusePrefix ?? true,
    };
  }
}
