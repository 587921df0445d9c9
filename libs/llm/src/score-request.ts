import { LLM_INPUT_CODES, LlmInputError } from './errors';
import type { LabelScoreRequest } from './label-scorer';

/**
 * Refuses a request no model could answer: labels not aligned with the prompts, none or twice the same, or empty.
 * @throws LlmInputError `LLM_BAD_LABEL`
 */
export function checkScoreRequest({ prompts, labels }: LabelScoreRequest): void {
  if (prompts.length !== labels.length)
    throw badLabel(`${prompts.length} prompts but ${labels.length} label lists`);
  labels.forEach((list, index) => {
    if (list.length === 0) throw badLabel(`labels[${index}] is empty`);
    if (new Set(list).size < list.length) throw badLabel(`labels[${index}] names a label twice`);
    if (list.includes('')) throw badLabel(`labels[${index}] holds an empty label`);
  });
}

function badLabel(message: string): LlmInputError {
  return new LlmInputError(LLM_INPUT_CODES.badLabel, message);
}
