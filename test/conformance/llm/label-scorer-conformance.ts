/* eslint-disable jest/no-export -- a suite that every implementation runs */
import type { LabelScore, LabelScorer, LabelScoreRequest } from '@keyart/llm';

/** A scorer with the means to break what stands behind it. */
export interface ScorerRig {
  readonly scorer: LabelScorer;
  /** From now on the model does not answer, until the rig is disposed. */
  stall(): void;
  dispose(): Promise<void>;
}

/** What the suite needs of an implementation. */
export interface ScorerUnderTest {
  readonly name: string;
  /** Two labels that are single tokens here. */
  readonly labels: readonly [string, string];
  /** Opens a fresh one; `timeoutMs` limits each call. */
  open(timeoutMs: number): Promise<ScorerRig>;
}

const PATIENT_MS = 60_000;
const IMPATIENT_MS = 300;
const SHARED = 'A viewer loves old films about trains and rain. ';
const PROMPTS = ['one', 'two', 'three', 'four', 'five', 'six'].map(
  (word) => `${SHARED}Picture: ${word}. Answer:`,
);

/** The contract of `LabelScorer`: every adapter passes it. */
export function describeLabelScorer(subject: ScorerUnderTest): void {
  describe(`label scorer: ${subject.name}`, () => {
    let rig: ScorerRig;
    beforeAll(async () => (rig = await subject.open(PATIENT_MS)));
    afterAll(() => rig.dispose());

    const ask = (
      prompts: readonly string[],
      labels = subject.labels as readonly string[],
    ): LabelScoreRequest => ({
      prompts,
      labels: prompts.map(() => labels),
    });

    it('gives one score per prompt, in order', async () => {
      const together = await rig.scorer.score(ask(PROMPTS));
      expect(together).toHaveLength(PROMPTS.length);
      for (const [index, prompt] of PROMPTS.entries()) {
        const [alone] = await rig.scorer.score(ask([prompt]));
        expectClose(together[index], alone);
      }
      expect(new Set(together.map((score) => score.logProbabilities[0])).size).toBe(PROMPTS.length);
    });

    it('gives log-probabilities and a mass that are one distribution', async () => {
      for (const score of await rig.scorer.score(ask(PROMPTS))) {
        for (const value of score.logProbabilities) {
          expect(Number.isFinite(value)).toBe(true);
          expect(value).toBeLessThanOrEqual(0);
        }
        expect(score.labelMass).toBeGreaterThanOrEqual(0);
        expect(score.labelMass).toBeLessThanOrEqual(1);
        expect(massOf(score)).toBeLessThanOrEqual(1 + 1e-6);
        expect(score.labelMass).toBeCloseTo(massOf(withoutMissing(score, subject.labels)), 5);
      }
    });

    it('aligns the log-probabilities with the labels', async () => {
      const [first, second] = subject.labels;
      const [forth] = await rig.scorer.score(ask(PROMPTS.slice(0, 1), [first, second]));
      const [back] = await rig.scorer.score(ask(PROMPTS.slice(0, 1), [second, first]));
      expectClose(back, { ...forth, logProbabilities: [...forth.logProbabilities].reverse() });
    });

    it('lets every prompt have labels of its own', async () => {
      const [first] = subject.labels;
      const prompts = PROMPTS.slice(0, 2);
      const scores = await rig.scorer.score({ prompts, labels: [[...subject.labels], [first]] });
      expect(scores.map((score) => score.logProbabilities.length)).toEqual([2, 1]);
    });

    it('names only labels it was asked for as missing', async () => {
      for (const score of await rig.scorer.score(ask(PROMPTS)))
        expect(subject.labels).toEqual(expect.arrayContaining([...score.missing]));
    });

    it('answers nothing to nothing', async () => {
      expect(await rig.scorer.score({ prompts: [], labels: [] })).toEqual([]);
    });

    it('refuses labels that are not aligned, repeated or empty', async () => {
      const [label] = subject.labels;
      for (const labels of [[], [[]], [[label, label]], [['']]])
        await expect(rig.scorer.score({ prompts: ['a'], labels })).rejects.toMatchObject({
          code: 'LLM_BAD_LABEL',
        });
    });

    it('keeps concurrent calls apart', async () => {
      const alone = await rig.scorer.score(ask(PROMPTS.slice(0, 1)));
      const all = await Promise.all(PROMPTS.map((prompt) => rig.scorer.score(ask([prompt]))));
      expectClose(all[0][0], alone[0]);
    });

    it('gives up when the caller does, and works on', async () => {
      const controller = new AbortController();
      const call = rig.scorer.score({ ...ask(PROMPTS), signal: controller.signal });
      controller.abort();
      await expect(call).rejects.toMatchObject({ code: 'LLM_ABORTED', isRetryable: false });
      const gone = rig.scorer.score({ ...ask(PROMPTS), signal: AbortSignal.abort() });
      await expect(gone).rejects.toMatchObject({ code: 'LLM_ABORTED' });
      expect(await rig.scorer.score(ask(PROMPTS.slice(0, 1)))).toHaveLength(1);
    });

    it('times out when the model does not answer', async () => {
      const stalled = await subject.open(IMPATIENT_MS);
      stalled.stall();
      const call = stalled.scorer.score(ask(PROMPTS.slice(0, 1)));
      await expect(call).rejects.toMatchObject({ code: 'LLM_TIMEOUT', isRetryable: true });
      await stalled.dispose();
    });

    it('closes once and for all', async () => {
      const other = await subject.open(PATIENT_MS);
      await other.scorer.close();
      await other.scorer.close();
      const call = other.scorer.score(ask(PROMPTS.slice(0, 1)));
      await expect(call).rejects.toMatchObject({ code: 'LLM_UNAVAILABLE', isRetryable: false });
      await other.dispose();
    });

    it('names its model and settings in the version', () => {
      expect(rig.scorer.modelVersion).toMatch(/\S{4,}/);
    });
  });
}

function withoutMissing(score: LabelScore, labels: readonly string[]): LabelScore {
  const logProbabilities = score.logProbabilities.filter((_, i) => !score.missing.includes(labels[i]));
  return { ...score, logProbabilities };
}

function massOf({ logProbabilities }: LabelScore): number {
  return logProbabilities.reduce((sum, value) => sum + Math.exp(value), 0);
}

/** Same reading to 1e-3 in probability, whatever was evaluated before. */
export function expectClose(actual: LabelScore, expected: LabelScore): void {
  const difference = (a: number, b: number): number => Math.abs(Math.exp(a) - Math.exp(b));
  const largest = actual.logProbabilities.map((value, i) => difference(value, expected.logProbabilities[i]));
  expect(Math.max(...largest)).toBeLessThan(1e-3);
  expect([...actual.missing].sort()).toEqual([...expected.missing].sort());
}
