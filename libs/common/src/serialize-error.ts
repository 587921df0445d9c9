import { KeyartError } from './errors';

/** What a log line holds of an error. */
export interface SerializedError {
  readonly type: string;
  readonly code?: string;
  /** Left out where it may quote data. */
  readonly message?: string;
  /** Where it was thrown, without the message. */
  readonly stack?: string;
  /** Names of what a database refused; they are ours, and say nothing of the row. */
  readonly constraint?: string;
  readonly table?: string;
  readonly cause?: SerializedError;
}

const MAX_CAUSES = 5;

/**
 * An error for the log, without what it may quote of data: drivers and parsers put values into `message`, `detail`,
 * `parameters`, `meta` and whatever they think of next, so fields are named here and all others are dropped.
 * Messages are kept of this project's own errors, and of what the language itself throws but for parsers.
 */
export function serializeError(error: unknown, depth = 0): SerializedError {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, table } = error as Error & Record<string, unknown>;
  return {
    type: error.name,
    ...text('code', code),
    ...(isQuotable(error) && { message: error.message }),
    ...text('stack', framesOf(error)),
    ...text('constraint', constraint),
    ...text('table', table),
    ...(error.cause !== undefined && depth < MAX_CAUSES && { cause: serializeError(error.cause, depth + 1) }),
  };
}

function text(name: string, value: unknown): Record<string, string> {
  return typeof value === 'string' ? { [name]: value } : {};
}

function isQuotable(error: Error): boolean {
  if (error instanceof KeyartError) return true;
  return ['TypeError', 'RangeError', 'ReferenceError', 'AssertionError'].includes(error.name);
}

/** The stack begins with the message, which may have lines that look like frames. */
function framesOf({ stack = '', message }: Error): string {
  const end = stack.indexOf(message) + message.length;
  return stack.slice(stack.indexOf('\n', end) + 1);
}
