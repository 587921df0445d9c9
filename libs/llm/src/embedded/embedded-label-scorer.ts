import {
  LLM_ERROR_CODES,
  LLM_INPUT_CODES,
  LlmError,
  LlmInputError,
  type LlmErrorCode,
  type LlmInputCode,
} from '../errors';
import type { LabelScore, LabelScorer, LabelScoreRequest } from '../label-scorer';
import { PriorityLimit } from '../resilience/priority-limit';
import { checkScoreRequest } from '../score-request';
import { unlessAborted, within } from '../within';
import type { ChildMessage } from './child-messages';
import { embeddedModelVersion, type EmbeddedOptions } from './embedded-options';
import type { ModelProcess } from './model-process';
import { ModelSupervisor } from './model-supervisor';

const WAITING_CALL_COUNT = 256;

/** Work done since the start; differences tell what a call cost. */
export interface EmbeddedUsage {
  /** Tokens of all prompts. */
  readonly promptTokens: number;
  /** Tokens evaluated, the rest came from kept prefixes. */
  readonly evaluatedTokens: number;
  /** Memory of the model's process after the last call, resident. */
  readonly rssBytes: number;
}

/**
 * A GGUF model in a process of its own. Calls are answered one after another, inline ones first: they come between two prompts of a running
 * precompute call, never into one. What prompts share, also across calls, is evaluated once.
 * Log-probabilities and label mass are exact: each is measured over the whole vocabulary at every prompt. No label is ever missing.
 * When the process dies the call fails with `LLM_UNAVAILABLE` (retryable) and the next call starts it again.
 */
export class EmbeddedLabelScorer implements LabelScorer {
  readonly modelVersion: string;
  private readonly supervisor: ModelSupervisor;
  private readonly limit = new PriorityLimit({ concurrentCount: 1, waitingCount: WAITING_CALL_COUNT });
  private nextId = 0;
  private usageSoFar: EmbeddedUsage = { promptTokens: 0, evaluatedTokens: 0, rssBytes: 0 };
  private isClosed = false;

  private constructor(private readonly options: EmbeddedOptions) {
    this.modelVersion = embeddedModelVersion(options);
    this.supervisor = new ModelSupervisor(options);
  }

  /**
   * Starts the process and loads the model.
   * @throws LlmError `LLM_LOAD_FAILED` naming the file
   */
  static async start(options: EmbeddedOptions): Promise<EmbeddedLabelScorer> {
    const scorer = new EmbeddedLabelScorer(options);
    await scorer.supervisor.running();
    return scorer;
  }

  /** Tokens and memory so far. */
  get usage(): EmbeddedUsage {
    return this.usageSoFar;
  }

  /** Process id of the running model; undefined while it is down. */
  get pid(): number | undefined {
    return this.supervisor.pid;
  }

  async score(request: LabelScoreRequest): Promise<LabelScore[]> {
    checkScoreRequest(request);
    const { priority = 'precompute', signal } = request;
    const answer = this.limit.run({ priority, signal }, async ({ giveWay }) => {
      const scores: LabelScore[] = [];
      for (const [index, prompt] of request.prompts.entries()) {
        await giveWay();
        scores.push(await this.scorePrompt(prompt, request.labels[index] ?? []));
      }
      return scores;
    });
    return unlessAborted(answer, signal);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.supervisor.close();
  }

  private async scorePrompt(prompt: string, labels: readonly string[]): Promise<LabelScore> {
    if (this.isClosed)
      throw new LlmError(LLM_ERROR_CODES.unavailable, 'the model is closed', { isRetryable: false });
    const process = await this.supervisor.running();
    const id = this.nextId++;
    return this.accept(await this.withinLimit(process, process.ask({ type: 'score', id, prompt, labels })));
  }

  /** A model that does not answer in time is taken for hung: only a new process is sure to be free. */
  private async withinLimit(process: ModelProcess, asked: Promise<ChildMessage>): Promise<ChildMessage> {
    try {
      return await within(asked, this.options.timeoutMs, 'scoring');
    } catch (error) {
      asked.catch(() => undefined);
      await process.kill();
      throw error;
    }
  }

  private accept(answer: ChildMessage): LabelScore {
    if (answer.type === 'failed') throw errorOfChild(answer.code, answer.message);
    if (answer.type !== 'scored')
      throw new LlmError(LLM_ERROR_CODES.badAnswer, 'the model process answered another question', {
        isRetryable: false,
      });
    this.supervisor.backoff.succeeded();
    const { reading, rssBytes } = answer;
    const { promptTokens, evaluatedTokens } = this.usageSoFar;
    this.usageSoFar = {
      promptTokens: promptTokens + reading.promptTokens,
      evaluatedTokens: evaluatedTokens + reading.evaluatedTokens,
      rssBytes,
    };
    this.options.listener?.labelMass?.(reading.labelMass, 0);
    return { logProbabilities: reading.logProbabilities, labelMass: reading.labelMass, missing: [] };
  }
}

function errorOfChild(code: string, message: string): LlmError | LlmInputError {
  if (isOneOf<LlmInputCode>(code, Object.values(LLM_INPUT_CODES))) return new LlmInputError(code, message);
  const known = isOneOf<LlmErrorCode>(code, Object.values(LLM_ERROR_CODES))
    ? code
    : LLM_ERROR_CODES.unavailable;
  return new LlmError(known, message, { isRetryable: known === LLM_ERROR_CODES.unavailable });
}

function isOneOf<T extends string>(text: string, known: readonly T[]): text is T {
  return (known as readonly string[]).includes(text);
}
