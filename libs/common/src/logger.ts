import pino, { destination, type DestinationStream, type Logger } from 'pino';
import { serializeError } from './serialize-error';

export type { Logger } from 'pino';

/** Personal data never reaches a log line. */
const REDACTED_PATHS = ['memberId', '*.memberId', 'authorization', 'req.headers', 'apiKey', '*.apiKey'];

/**
 * A JSON logger on standard error (standard output belongs to a command's answer).
 * @param name the process or room that speaks
 * @param level pino level; `silent` for none
 * @param stream where lines go instead
 */
export function createLogger(
  name: string,
  level = 'info',
  stream: DestinationStream = destination(2),
): Logger {
  const redact = { paths: REDACTED_PATHS, censor: '[redacted]' };
  return pino({ name, level, redact, serializers: { err: serializeError } }, stream);
}
