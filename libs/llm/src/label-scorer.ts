import type { CallPriority } from './resilience/call-priority';

/** Prompts that share a prefix, and the labels whose next-token probability is wanted after each. */
export interface LabelScoreRequest {
  /** Whole prompts as sent, byte for byte; put those that share most next to each other. */
  readonly prompts: readonly string[];
  /** Labels, each a single token of the model, `[L]`, e.g. `['A', 'B']` or `['Yes', 'No']`; per prompt, aligned with `prompts`. */
  readonly labels: readonly (readonly string[])[];
  readonly signal?: AbortSignal;
  /** Who waits; default `precompute`. */
  readonly priority?: CallPriority;
}

/** Next-token reading of one prompt. */
export interface LabelScore {
  /** `[L]` natural log-probabilities, normalised over the whole vocabulary where the server allows, else floored. */
  readonly logProbabilities: readonly number[];
  /** Sum of the labels' probabilities before renormalising, in [0, 1]. */
  readonly labelMass: number;
  /** Labels the server did not report; they carry a floor value. */
  readonly missing: readonly string[];
}

/** The whole client interface of the LLM ranker: every endpoint adapter and the embedded model implement it. */
export interface LabelScorer {
  /** Identifies weights, quantisation, batch settings and adapter; part of every score's version. */
  readonly modelVersion: string;
  /**
   * One `LabelScore` per prompt, in order.
   * @throws LlmError (`LLM_TIMEOUT`, `LLM_UNAVAILABLE`, `LLM_BAD_ANSWER`, `LLM_ABORTED`, `LLM_BUSY`, `LLM_CIRCUIT_OPEN`)
   */
  score(request: LabelScoreRequest): Promise<LabelScore[]>;
  /** Frees the model or connections; idempotent. */
  close(): Promise<void>;
}
