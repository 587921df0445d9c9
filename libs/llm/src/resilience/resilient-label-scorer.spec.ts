import { setTimeout as sleep } from 'node:timers/promises';
import { LLM_ERROR_CODES, LlmError, type LlmErrorOptions } from '../errors';
import type { LabelScore, LabelScorer, LabelScoreRequest } from '../label-scorer';
import type { BreakerState, EndedCall } from './llm-listener';
import type { ResilienceOptions } from './resilience-options';
import { ResilientLabelScorer } from './resilient-label-scorer';

const SCORE: LabelScore = { logProbabilities: [-1], labelMass: 0.4, missing: ['x'] };

/** Answers by the script, one entry a call, and then as documented. */
class ScriptedScorer implements LabelScorer {
  readonly modelVersion = 'scripted';
  readonly requests: LabelScoreRequest[] = [];
  runningCount = 0;
  largestCount = 0;

  constructor(readonly script: (LlmError | 'hang')[] = []) {}

  async score(request: LabelScoreRequest): Promise<LabelScore[]> {
    this.requests.push(request);
    this.largestCount = Math.max(this.largestCount, ++this.runningCount);
    const next = this.script.shift();
    try {
      if (next === 'hang') await hangUntilAborted(request.signal);
      else if (next) throw next;
      await sleep(0);
    } finally {
      this.runningCount--;
    }
    return request.prompts.map(() => SCORE);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

function hangUntilAborted(signal?: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const aborted = (): void => reject(failure('aborted', { isRetryable: false }));
    signal?.addEventListener('abort', aborted);
  });
}

function failure(code: keyof typeof LLM_ERROR_CODES, options: LlmErrorOptions): LlmError {
  return new LlmError(LLM_ERROR_CODES[code], 'as told', options);
}

const busy = (rest: Partial<LlmErrorOptions> = {}): LlmError =>
  failure('unavailable', { isRetryable: true, status: 503, ...rest });
const QUICK = { leastPauseMs: 1, mostPauseMs: 10, random: () => 0 };
const guarded = (scorer: LabelScorer, options: Partial<ResilienceOptions> = {}): ResilientLabelScorer =>
  new ResilientLabelScorer(scorer, { ...QUICK, ...options });
const ask = (count: number, rest: Partial<LabelScoreRequest> = {}): LabelScoreRequest => ({
  prompts: Array.from({ length: count }, (_, i) => `p${i}`),
  labels: Array.from({ length: count }, () => ['x']),
  ...rest,
});

describe('ResilientLabelScorer', () => {
  it('cuts a request into calls, few at once, and keeps the order', async () => {
    const scorer = new ScriptedScorer();
    const answer = await guarded(scorer, { promptsPerCall: 3, concurrentCallCount: 3 }).score(ask(20));
    expect(answer).toHaveLength(20);
    expect(scorer.requests.flatMap(({ prompts }) => prompts)).toEqual(ask(20).prompts);
    expect(scorer.requests.map(({ prompts }) => prompts.length)).toEqual([3, 3, 3, 3, 3, 3, 2]);
    // A request of precompute leaves one turn of three to inline calls.
    expect(scorer.largestCount).toBe(2);
  });

  it('repeats what may pass the next time, no more often than told', async () => {
    const scorer = new ScriptedScorer([busy(), busy(), busy()]);
    const llm = guarded(scorer, { retryCount: 2 });
    await expect(llm.score(ask(1))).rejects.toMatchObject({ status: 503 });
    expect(scorer.requests).toHaveLength(3);
    expect(await llm.score(ask(1))).toEqual([SCORE]);
  });

  it('waits as long as the server asks, and does not come back to one that asks for too long', async () => {
    const pauses: number[] = [];
    const scorer = new ScriptedScorer([busy({ retryAfterMs: 7 }), busy({ retryAfterMs: 60_000 })]);
    const listener = { retried: (pauseMs: number) => void pauses.push(pauseMs) };
    const llm = new ResilientLabelScorer(scorer, QUICK, listener);
    await expect(llm.score(ask(1))).rejects.toMatchObject({ retryAfterMs: 60_000 });
    expect(pauses).toEqual([7]);
  });

  it.each([
    ['a timeout', failure('timeout', { isRetryable: true })],
    ['a wrong answer', failure('badAnswer', { isRetryable: false })],
    ['a refusal', failure('unavailable', { isRetryable: false, status: 400 })],
  ])('does not repeat %s', async (_, error) => {
    const scorer = new ScriptedScorer([error]);
    await expect(guarded(scorer).score(ask(1))).rejects.toBe(error);
    expect(scorer.requests).toHaveLength(1);
  });

  it('leaves an endpoint alone that keeps failing, then tries it with one call', async () => {
    const states: BreakerState[] = [];
    const refused: string[] = [];
    const scorer = new ScriptedScorer([busy(), busy(), busy(), 'hang']);
    const llm = new ResilientLabelScorer(
      scorer,
      { ...QUICK, retryCount: 0, breakerFailureCount: 3, breakerOpenMs: 20 },
      { breakerChanged: (state) => states.push(state), refused: (code) => refused.push(code) },
    );
    for (let i = 0; i < 3; i++) await expect(llm.score(ask(1))).rejects.toMatchObject({ status: 503 });
    await expect(llm.score(ask(1))).rejects.toMatchObject({ code: 'LLM_CIRCUIT_OPEN', isRetryable: true });
    expect(scorer.requests).toHaveLength(3);
    await sleep(25);
    const controller = new AbortController();
    const probe = llm.score(ask(1, { signal: controller.signal }));
    await sleep(0);
    // While one call tries, others do not wait for it.
    await expect(llm.score(ask(1))).rejects.toMatchObject({ code: 'LLM_CIRCUIT_OPEN' });
    controller.abort();
    await expect(probe).rejects.toMatchObject({ code: 'LLM_ABORTED' });
    await sleep(25);
    expect(await llm.score(ask(1))).toEqual([SCORE]);
    expect(states).toEqual(['open', 'half-open', 'open', 'half-open', 'closed']);
    expect(refused).toEqual(['LLM_CIRCUIT_OPEN', 'LLM_CIRCUIT_OPEN']);
  });

  it('finds a hung endpoint out by the callers that give up', async () => {
    const scorer = new ScriptedScorer(['hang', 'hang', 'hang']);
    const llm = guarded(scorer, { breakerFailureCount: 3 });
    for (let i = 0; i < 3; i++) {
      const late = llm.score(ask(1, { signal: AbortSignal.timeout(2), priority: 'inline' }));
      await expect(late).rejects.toMatchObject({ code: 'LLM_ABORTED' });
    }
    await sleep(0);
    await expect(llm.score(ask(1))).rejects.toMatchObject({ code: 'LLM_CIRCUIT_OPEN' });
  });

  it('does not hold refusals of a request against the endpoint', async () => {
    const refusals = Array.from({ length: 5 }, () =>
      failure('unavailable', { isRetryable: false, status: 400 }),
    );
    const llm = guarded(new ScriptedScorer(refusals), { breakerFailureCount: 2 });
    for (let i = 0; i < 5; i++) await expect(llm.score(ask(1))).rejects.toMatchObject({ status: 400 });
    expect(await llm.score(ask(1))).toEqual([SCORE]);
  });

  it('releases a caller that gives up while its call pauses or waits', async () => {
    const scorer = new ScriptedScorer(['hang']);
    const llm = guarded(scorer, { concurrentCallCount: 1 });
    const running = new AbortController();
    const first = llm.score(ask(1, { signal: running.signal }));
    const waiting = llm.score(ask(1, { signal: AbortSignal.timeout(2) }));
    await expect(waiting).rejects.toMatchObject({ code: 'LLM_ABORTED' });
    running.abort();
    await expect(first).rejects.toMatchObject({ code: 'LLM_ABORTED' });
    expect(scorer.requests).toHaveLength(1);
  });

  it('tells its listener of calls and of every prompt’s label mass', async () => {
    const ended: EndedCall[] = [];
    const masses: [number, number][] = [];
    const llm = new ResilientLabelScorer(
      new ScriptedScorer([busy()]),
      { ...QUICK, promptsPerCall: 2 },
      { called: (call) => ended.push(call), labelMass: (...mass) => masses.push(mass) },
    );
    await llm.score(ask(2, { priority: 'inline' }));
    expect(ended).toMatchObject([
      { outcome: 'LLM_UNAVAILABLE', priority: 'inline', promptCount: 2 },
      { outcome: 'ok', priority: 'inline', promptCount: 2 },
    ]);
    expect(masses).toEqual([
      [0.4, 1],
      [0.4, 1],
    ]);
  });
});
