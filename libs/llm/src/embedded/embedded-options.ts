import type { Logger } from '@keyart/common';
import { MERGE_VERSION } from '../adapter/merge-version';
import type { LlmListener } from '../resilience/llm-listener';

/** How the embedded model is opened; everything but paths and limits is part of the model version. */
export interface EmbeddedOptions {
  /** GGUF file. */
  readonly modelPath: string;
  /** Manifest id of the model, for people. */
  readonly modelId: string;
  /** Checked SHA-256 of the model's own file, hex. */
  readonly sha256: string;
  /** SHA-256 of the ranking adapter that was merged into the file at `modelPath`, hex; unset: none was. */
  readonly adapterSha256?: string;
  /** Tokens the context holds; the runtime may round up. */
  readonly contextTokens: number;
  /** Tokens evaluated at once; another value moves probabilities. */
  readonly batchTokens: number;
  /** Limit of one prompt once it is its turn, milliseconds; the process is restarted after it. */
  readonly timeoutMs: number;
  /** Limit of starting the process and loading the file, milliseconds; default 60,000. */
  readonly startTimeoutMs?: number;
  /** Evaluation threads; default `EMBEDDED_THREADS`. */
  readonly threads?: number;
  /** Keep what prompts share evaluated; default true. Off only to measure what it saves. */
  readonly reusePrefix?: boolean;
  readonly logger?: Logger;
  /** Hears of every prompt's label mass. */
  readonly listener?: Pick<LlmListener, 'labelMass'>;
}

/** Threads of the evaluation: fixed, so that the probabilities do not depend on the machine. */
export const EMBEDDED_THREADS = 2;

const HASH_LENGTH = 12;

/** Identity of everything that moves a probability: weights, adapter and how it was merged, context, batch, threads. */
export function embeddedModelVersion(options: EmbeddedOptions): string {
  const { modelId, sha256, adapterSha256, contextTokens, batchTokens, threads = EMBEDDED_THREADS } = options;
  const adapter = adapterSha256 ? `+${adapterSha256.slice(0, HASH_LENGTH)}.${MERGE_VERSION}` : '';
  return `${modelId}@${sha256.slice(0, HASH_LENGTH)}${adapter}/c${contextTokens}b${batchTokens}t${threads}`;
}
