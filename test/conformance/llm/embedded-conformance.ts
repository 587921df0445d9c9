/* eslint-disable jest/no-export -- a suite that every implementation runs */
import { describeLabelScorer, expectClose } from './label-scorer-conformance';
import { openEmbedded } from './embedded-rig';

const SENTENCE = 'The viewer likes stories of rain, trains and long letters. ';
const LABELS = [' Yes', ' No'];

/** What the embedded scorer promises beyond the contract, on any model file. */
export function describeEmbedded(name: string, modelPath: () => string): void {
  describeLabelScorer({
    name,
    labels: [' Yes', ' No'],
    open: (timeoutMs) => openEmbedded(modelPath(), { timeoutMs }),
  });

  describe(`embedded: ${name}`, () => {
    it('reads the same with a kept prefix as cold', async () => {
      const prefix = SENTENCE.repeat(3);
      const prompts = Array.from({ length: 6 }, (_, i) => `${prefix}Title ${i}. ${SENTENCE}Fits? Answer:`);
      const request = { prompts, labels: prompts.map(() => LABELS) };
      const warm = await openEmbedded(modelPath());
      const cold = await openEmbedded(modelPath(), { reusePrefix: false });
      const kept = await warm.scorer.score(request);
      const fresh = await cold.scorer.score(request);
      kept.forEach((score, index) => expectClose(score, fresh[index]));
      expect(cold.scorer.usage.evaluatedTokens).toBe(cold.scorer.usage.promptTokens);
      expect(warm.scorer.usage.promptTokens).toBe(cold.scorer.usage.promptTokens);
      expect(warm.scorer.usage.evaluatedTokens).toBeLessThan(warm.scorer.usage.promptTokens / 2);
      await Promise.all([warm.dispose(), cold.dispose()]);
    });

    it('answers an inline call between two prompts of a running precompute call', async () => {
      const { scorer, dispose } = await openEmbedded(modelPath());
      const prompts = Array.from({ length: 4 }, (_, i) => `${i} ${SENTENCE}`);
      const order: string[] = [];
      const ended = (name: string) => () => void order.push(name);
      const long = scorer.score({ prompts, labels: prompts.map(() => LABELS) }).then(ended('precompute'));
      const inline = { prompts: ['now'], labels: [LABELS], priority: 'inline' as const };
      await Promise.all([long, scorer.score(inline).then(ended('inline'))]);
      expect(order).toEqual(['inline', 'precompute']);
      await dispose();
    });

    it('fails what is pending when its process is killed, then starts again', async () => {
      const { scorer, dispose } = await openEmbedded(modelPath());
      const prompts = Array.from({ length: 400 }, (_, i) => `${i} ${SENTENCE}`);
      const pending = scorer.score({ prompts, labels: prompts.map(() => LABELS) });
      const killed = scorer.pid as number;
      setImmediate(() => process.kill(killed, 'SIGKILL'));
      await expect(pending).rejects.toMatchObject({ code: 'LLM_UNAVAILABLE', isRetryable: true });
      expect(await scorer.score({ prompts: ['again'], labels: [LABELS] })).toHaveLength(1);
      expect(scorer.pid).not.toBe(killed);
      await dispose();
    });

    it('tells of the label mass of every prompt', async () => {
      const heard: number[][] = [];
      const listener = { labelMass: (...told: number[]) => void heard.push(told) };
      const { scorer, dispose } = await openEmbedded(modelPath(), { listener });
      const scores = await scorer.score({ prompts: ['one', 'two'], labels: [LABELS, LABELS] });
      expect(heard).toEqual(scores.map(({ labelMass }) => [labelMass, 0]));
      await dispose();
    });

    it('refuses a label of several tokens and a prompt beyond the context, and works on', async () => {
      const { scorer, dispose } = await openEmbedded(modelPath(), { contextTokens: 256, batchTokens: 128 });
      const ask = (prompt: string, label: string) => scorer.score({ prompts: [prompt], labels: [[label]] });
      await expect(ask('a', ' Yes indeed')).rejects.toMatchObject({ code: 'LLM_BAD_LABEL' });
      await expect(ask(SENTENCE.repeat(60), ' Yes')).rejects.toMatchObject({ code: 'LLM_PROMPT_TOO_LONG' });
      expect(await ask('a', ' Yes')).toHaveLength(1);
      await dispose();
    });
  });
}
