/** Opens the model; the first message, sent once. */
export interface LoadMessage {
  readonly type: 'load';
  readonly modelPath: string;
  readonly contextTokens: number;
  readonly batchTokens: number;
  readonly threads: number;
  readonly reusePrefix: boolean;
}

/** Asks for the reading of one prompt; answered by `scored` or `failed` with the same id. */
export interface ScoreMessage {
  readonly type: 'score';
  readonly id: number;
  readonly prompt: string;
  readonly labels: readonly string[];
}

/** What the child reads at one prompt's end. */
export interface ChildReading {
  /** `[L]` natural log-probabilities over the whole vocabulary. */
  readonly logProbabilities: readonly number[];
  /** Exact mass of the labels, in [0, 1]. */
  readonly labelMass: number;
  readonly promptTokens: number;
  /** Tokens not taken from the kept prefix. */
  readonly evaluatedTokens: number;
}

/** What the child says. */
export type ChildMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'load-failed'; readonly message: string }
  | {
      readonly type: 'scored';
      readonly id: number;
      readonly reading: ChildReading;
      readonly rssBytes: number;
    }
  | { readonly type: 'failed'; readonly id: number; readonly code: string; readonly message: string };

/** Whether a message from the child has one of the agreed shapes. */
export function isChildMessage(message: unknown): message is ChildMessage {
  if (!isRecord(message)) return false;
  switch (message.type) {
    case 'ready':
      return true;
    case 'load-failed':
      return typeof message.message === 'string';
    case 'scored':
      return (
        isFiniteNumber(message.id) && isFiniteNumber(message.rssBytes) && isChildReading(message.reading)
      );
    case 'failed':
      return (
        isFiniteNumber(message.id) && [message.code, message.message].every((x) => typeof x === 'string')
      );
    default:
      return false;
  }
}

function isChildReading(value: unknown): value is ChildReading {
  return (
    isRecord(value) &&
    Array.isArray(value.logProbabilities) &&
    value.logProbabilities.every(isFiniteNumber) &&
    [value.labelMass, value.promptTokens, value.evaluatedTokens].every(isFiniteNumber)
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
