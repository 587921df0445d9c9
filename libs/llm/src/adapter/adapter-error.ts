import { LLM_INPUT_CODES, LlmInputError } from '../errors';

type AdapterFault = Extract<keyof typeof LLM_INPUT_CODES, `adapter${string}` | 'badAdapter'>;

/** Why a ranking adapter is not served, naming its file. */
export function adapterError(fault: AdapterFault, file: string, detail: string): LlmInputError {
  return new LlmInputError(LLM_INPUT_CODES[fault], `ranking adapter ${file} ${detail}`);
}
