import type { SentimentReading } from '@keyart/contracts';

/** Reads reviews. Never throws for what a text holds: flags say what is out of the ordinary. */
export interface SentimentEngine {
  /** Like `linear-3f2a…`. */
  readonly version: string;
  /** One reading a text, in order. */
  read(texts: readonly string[]): Promise<SentimentReading[]>;
}
