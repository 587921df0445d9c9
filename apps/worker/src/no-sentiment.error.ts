import { InputError } from '@keyart/common';

/** Reviews wait where no engine can read them; no retry mends that. */
export class NoSentimentError extends InputError {
  constructor() {
    super('NO_SENTIMENT', 'no sentiment engine is available: fetch its model, or fit one');
  }
}
