import type { RetryPolicy } from 'cockatiel';
import { LLM_ERROR_CODES, LlmError } from '../errors';
import type { LabelScore, LabelScorer, LabelScoreRequest } from '../label-scorer';
import { checkScoreRequest } from '../score-request';
import { abortedError, unlessAborted } from '../within';
import { EndpointBreaker } from './endpoint-breaker';
import { inParallel } from './in-parallel';
import type { LlmListener } from './llm-listener';
import { PriorityLimit } from './priority-limit';
import { repeatsOf } from './repeats';
import { RESILIENCE_DEFAULTS, type ResilienceOptions } from './resilience-options';

/**
 * Guards a scorer that stands behind a network: cuts requests into calls, keeps few in flight, inline ones first, repeats what a repeat
 * may mend, and stops asking an endpoint that fails call after call. What it throws besides the scorer's own errors: `LLM_BUSY`,
 * `LLM_CIRCUIT_OPEN`. A caller that gives up is released at once, wherever its call stands.
 */
export class ResilientLabelScorer implements LabelScorer {
  readonly modelVersion: string;
  private readonly options: ResilienceOptions;
  private readonly limit: PriorityLimit;
  private readonly breaker: EndpointBreaker;
  private readonly repeats: RetryPolicy;

  /**
   * @param scorer asked with at most `promptsPerCall` prompts at a time
   * @param options what differs from `RESILIENCE_DEFAULTS`
   */
  constructor(
    private readonly scorer: LabelScorer,
    options: Partial<ResilienceOptions> = {},
    private readonly listener: LlmListener = {},
  ) {
    this.modelVersion = scorer.modelVersion;
    this.options = { ...RESILIENCE_DEFAULTS, ...options };
    const { concurrentCallCount: concurrentCount, waitingCallCount: waitingCount } = this.options;
    this.limit = new PriorityLimit({ concurrentCount, waitingCount });
    this.breaker = new EndpointBreaker(this.options, (state) => listener.breakerChanged?.(state));
    this.repeats = repeatsOf(this.options);
    this.repeats.onRetry(({ delay }) => listener.retried?.(delay));
  }

  async score(request: LabelScoreRequest): Promise<LabelScore[]> {
    checkScoreRequest(request);
    const { promptsPerCall, concurrentCallCount } = this.options;
    const calls = cut(request, promptsPerCall);
    const scoring = inParallel(calls, concurrentCallCount, (call) => this.scoreCall(call));
    return (await unlessAborted(scoring, request.signal)).flat();
  }

  close(): Promise<void> {
    return this.scorer.close();
  }

  private async scoreCall(call: LabelScoreRequest): Promise<LabelScore[]> {
    try {
      const scores = await this.repeats.execute(() => this.inTurn(call));
      for (const { labelMass, missing } of scores) this.listener.labelMass?.(labelMass, missing.length);
      return scores;
    } catch (error) {
      if (isRefusal(error)) this.listener.refused?.(error.code);
      throw error;
    }
  }

  /** The turn is taken anew for every repeat: a call that pauses holds nobody up. */
  private inTurn(call: LabelScoreRequest): Promise<LabelScore[]> {
    const { priority = 'precompute', signal } = call;
    this.breaker.check();
    return this.limit.run({ priority, signal }, () => {
      if (signal?.aborted) throw abortedError(signal);
      return this.breaker.run(() => this.observed(call));
    });
  }

  private async observed(call: LabelScoreRequest): Promise<LabelScore[]> {
    const { priority = 'precompute', prompts } = call;
    const startedMs = performance.now();
    const ended = (outcome: 'ok' | LlmError['code']): void => {
      const elapsedMs = performance.now() - startedMs;
      this.listener.called?.({ outcome, priority, promptCount: prompts.length, elapsedMs });
    };
    try {
      const scores = await this.scorer.score(call);
      ended('ok');
      return scores;
    } catch (error) {
      if (error instanceof LlmError) ended(error.code);
      throw error;
    }
  }
}

function cut({ prompts, labels, ...rest }: LabelScoreRequest, promptsPerCall: number): LabelScoreRequest[] {
  const starts = Array.from(
    { length: Math.ceil(prompts.length / promptsPerCall) },
    (_, i) => i * promptsPerCall,
  );
  return starts.map((start) => ({
    ...rest,
    prompts: prompts.slice(start, start + promptsPerCall),
    labels: labels.slice(start, start + promptsPerCall),
  }));
}

function isRefusal(error: unknown): error is LlmError & { code: 'LLM_BUSY' | 'LLM_CIRCUIT_OPEN' } {
  const codes: readonly string[] = [LLM_ERROR_CODES.busy, LLM_ERROR_CODES.circuitOpen];
  return error instanceof LlmError && codes.includes(error.code);
}
