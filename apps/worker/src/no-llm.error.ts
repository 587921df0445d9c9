import { InputError } from '@keyart/common';

/** A precompute was asked for where no LLM is configured; no retry mends that. */
export class NoLlmError extends InputError {
  constructor() {
    super('NO_LLM', 'no LLM is available: set LLM_URL, or fetch the embedded model');
  }
}
