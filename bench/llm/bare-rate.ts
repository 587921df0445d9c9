import type { EmbeddedLabelScorer } from '@keyart/llm';

const REPEATS = 3;
const WORDS = 1400;

/** Tokens a second over prompts that share nothing: what evaluation alone can do on this machine now. */
export async function bareRate(scorer: EmbeddedLabelScorer): Promise<number> {
  const before = scorer.usage.evaluatedTokens;
  const startedMs = performance.now();
  for (let i = 0; i < REPEATS; i++)
    await scorer.score({ prompts: [`${i} ${'rain '.repeat(WORDS)}`], labels: [['Yes', 'No']] });
  return ((scorer.usage.evaluatedTokens - before) / (performance.now() - startedMs)) * 1000;
}
