import { createLogger, DependencyError, loadConfiguration } from '@keyart/common';
import { openLlm } from '@keyart/llm';
import type { OpenedRanker } from '@keyart/offline-evaluation';

/** The LLM that is configured. @throws DependencyError `LLM_MISSING` when there is none */
export async function openConfiguredRanker(): Promise<OpenedRanker> {
  const answer = await openLlm({
    configuration: loadConfiguration(),
    logger: createLogger('keyart', 'error'),
  });
  if (answer.kind === 'missing')
    throw new DependencyError('LLM_MISSING', `policy:llm: no LLM: ${answer.reason}`, false);
  const { ranker, calibration, scorer } = answer.llm;
  return { ranker, calibration, close: () => scorer.close() };
}
