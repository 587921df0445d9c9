/** Code of an error of this library. */
export type SentimentErrorCode = 'BAD_SENTIMENT_MODEL' | 'BAD_TRAINING_ROWS';

/** Something of a sentiment engine cannot be used; the message names file or rows. */
export class SentimentError extends Error {
  readonly isRetryable = false;

  constructor(
    readonly code: SentimentErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'SentimentError';
  }
}
