import { openLlm, type OpenedLlm } from './open-llm';
import type { OpenLlmOptions } from './open-llm-options';

/** The LLM, or null and one line in the log that says why; the other tiers serve on. @throws InputError of a bad manifest */
export async function openLlmOrWarn(options: OpenLlmOptions): Promise<OpenedLlm | null> {
  const answer = await openLlm(options);
  if (answer.kind === 'opened') return answer.llm;
  options.logger.warn({ reason: answer.reason }, 'the LLM tier is out');
  return null;
}
