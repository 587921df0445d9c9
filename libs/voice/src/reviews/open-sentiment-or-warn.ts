import { messageOf, type Logger } from '@keyart/common';
import { openSentimentEngine, type SentimentEngine } from '@keyart/sentiment';

/** The engine that reads reviews, or null and one line in the log that says why; reviews then wait until one is there. */
export async function openSentimentOrWarn(logger: Logger): Promise<SentimentEngine | null> {
  try {
    return await openSentimentEngine();
  } catch (error) {
    logger.warn({ reason: messageOf(error) }, 'reviews wait: there is no sentiment engine');
    return null;
  }
}
