import pino, { destination, type Logger } from 'pino';

export type { Logger } from 'pino';

/** Personal data never reaches a log line. */
const REDACTED_PATHS = ['memberId', '*.memberId', 'authorization', 'req.headers', 'apiKey', '*.apiKey'];

/**
 * A JSON logger on standard error (standard output belongs to a command's answer).
 * @param name the process or room that speaks
 * @param level pino level; `silent` for none
 */
export function createLogger(name: string, level = 'info'): Logger {
  return pino({ name, level, redact: { paths: REDACTED_PATHS, censor: '[redacted]' } }, destination(2));
}
