import path from 'node:path';
import { projectRoot } from '@keyart/common';
import { LinearEngine } from './reading/linear-engine';
import type { SentimentEngine } from './sentiment-engine';

/** The folder of the model that comes with the project. */
export const SENTIMENT_MODEL_FOLDER = path.join(projectRoot(), 'models', 'sentiment');

/**
 * The engine that the service reads reviews with.
 * @param folder of a linear model, see `keyart sentiment train`
 * @throws SentimentError `BAD_SENTIMENT_MODEL`
 */
export function openSentimentEngine(folder = SENTIMENT_MODEL_FOLDER): Promise<SentimentEngine> {
  return LinearEngine.open(folder);
}
