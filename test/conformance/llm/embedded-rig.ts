import { createHash } from 'node:crypto';
import { EmbeddedLabelScorer, type EmbeddedOptions } from '@keyart/llm';
import type { ScorerRig } from './label-scorer-conformance';

/** Settings every embedded test shares. */
export const EMBEDDED_DEFAULTS = {
  modelId: 'under-test',
  contextTokens: 2048,
  batchTokens: 512,
  timeoutMs: 60_000,
  // Two threads wait for each other actively: on a busy machine that is many times slower than one.
  threads: 1,
};

/** Opens the embedded scorer on a model file; stalling freezes its process. */
export async function openEmbedded(
  modelPath: string,
  overrides: Partial<EmbeddedOptions> = {},
): Promise<ScorerRig & { scorer: EmbeddedLabelScorer }> {
  const sha256 = createHash('sha256').update(modelPath).digest('hex');
  const scorer = await EmbeddedLabelScorer.start({ modelPath, sha256, ...EMBEDDED_DEFAULTS, ...overrides });
  return {
    scorer,
    stall: () => process.kill(scorer.pid as number, 'SIGSTOP'),
    dispose: () => scorer.close(),
  };
}
