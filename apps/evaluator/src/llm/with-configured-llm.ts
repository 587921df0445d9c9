import { createLogger, DependencyError, loadConfiguration } from '@keyart/common';
import { openLlm, type OpenedLlm } from '@keyart/llm';

/**
 * Runs something with the configured LLM and closes it.
 * @throws DependencyError `LLM_MISSING` when there is none, saying why
 */
export async function withConfiguredLlm<T>(use: (llm: OpenedLlm) => Promise<T>): Promise<T> {
  const answer = await openLlm({
    configuration: loadConfiguration(),
    logger: createLogger('keyart', 'error'),
  });
  if (answer.kind === 'missing')
    throw new DependencyError('LLM_MISSING', `no LLM to measure: ${answer.reason}`, false);
  try {
    return await use(answer.llm);
  } finally {
    await answer.llm.scorer.close();
  }
}
