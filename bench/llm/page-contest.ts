import type { EmbeddedLabelScorer, LabelScore, RenderedTitle } from '@keyart/llm';

/** What scoring a page cost one scorer. */
export interface PageCost {
  readonly elapsedMs: number;
  readonly promptTokens: number;
  readonly evaluatedTokens: number;
  /** Resident memory of the model's process afterwards. */
  readonly rssBytes: number;
}

/** A page scored with kept prefixes and cold. */
export interface PageContest {
  readonly warm: PageCost;
  readonly cold: PageCost;
  readonly promptCount: number;
  /** warm ÷ cold, milliseconds. */
  readonly timeFraction: number;
  /** warm ÷ cold, tokens evaluated. */
  readonly tokenFraction: number;
  /** Largest difference of a label's probability between the two. */
  readonly largestDifference: number;
  readonly labelMassMin: number;
}

/** Scores each title with both, one right after the other, so that a busy machine slows both alike. */
export async function contestPage(
  scorers: { readonly warm: EmbeddedLabelScorer; readonly cold: EmbeddedLabelScorer },
  titles: readonly RenderedTitle[],
): Promise<PageContest> {
  const before = { warm: scorers.warm.usage, cold: scorers.cold.usage };
  const elapsed = { warm: 0, cold: 0 };
  const read: { warm: LabelScore[]; cold: LabelScore[] } = { warm: [], cold: [] };
  for (const [index, { prompts, labels }] of titles.entries()) {
    process.stderr.write(`\r${index + 1}/${titles.length} titles `);
    const request = { prompts, labels: prompts.map(() => labels) };
    for (const side of ['warm', 'cold'] as const) {
      const startedMs = performance.now();
      read[side].push(...(await scorers[side].score(request)));
      elapsed[side] += performance.now() - startedMs;
    }
  }
  const cost = (side: 'warm' | 'cold'): PageCost => ({
    elapsedMs: elapsed[side],
    promptTokens: scorers[side].usage.promptTokens - before[side].promptTokens,
    evaluatedTokens: scorers[side].usage.evaluatedTokens - before[side].evaluatedTokens,
    rssBytes: scorers[side].usage.rssBytes,
  });
  const [warm, cold] = [cost('warm'), cost('cold')];
  return {
    warm,
    cold,
    promptCount: read.warm.length,
    timeFraction: warm.elapsedMs / cold.elapsedMs,
    tokenFraction: warm.evaluatedTokens / cold.evaluatedTokens,
    largestDifference: largestDifference(read.warm, read.cold),
    labelMassMin: Math.min(...read.warm.map((score) => score.labelMass)),
  };
}

function largestDifference(warm: readonly LabelScore[], cold: readonly LabelScore[]): number {
  const pairs = warm.flatMap(({ logProbabilities }, i) =>
    logProbabilities.map((value, label) => [value, cold[i].logProbabilities[label]] as const),
  );
  return Math.max(...pairs.map(([a, b]) => Math.abs(Math.exp(a) - Math.exp(b))));
}
