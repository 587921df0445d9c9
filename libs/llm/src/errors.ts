import { DependencyError, InputError } from '@keyart/common';

/** Codes of a language model that failed us. */
export const LLM_ERROR_CODES = {
  /** No answer within the limit; retryable. */
  timeout: 'LLM_TIMEOUT',
  /** Unreachable, crashed, overloaded or closed; retryable unless the server refused the request itself. */
  unavailable: 'LLM_UNAVAILABLE',
  /** An answer of another shape than documented; not retryable. */
  badAnswer: 'LLM_BAD_ANSWER',
  /** The caller's signal fired; not retryable. */
  aborted: 'LLM_ABORTED',
  /** Too many calls wait already; retryable later, not at once. */
  busy: 'LLM_BUSY',
  /** The endpoint failed so often that it is left alone for a while; retryable later, not at once. */
  circuitOpen: 'LLM_CIRCUIT_OPEN',
  /** The model file is missing or no model; not retryable. */
  loadFailed: 'LLM_LOAD_FAILED',
} as const;

/** One of the codes of `LlmError`. */
export type LlmErrorCode = (typeof LLM_ERROR_CODES)[keyof typeof LLM_ERROR_CODES];

/** What is known of a failure. */
export interface LlmErrorOptions {
  readonly isRetryable: boolean;
  readonly cause?: unknown;
  /** HTTP status of a refusal. */
  readonly status?: number;
  /** How long the server asks to be left alone, milliseconds. */
  readonly retryAfterMs?: number;
}

/** A model or endpoint failed; `isRetryable` says whether the same call may succeed later. */
export class LlmError extends DependencyError {
  readonly status?: number;
  readonly retryAfterMs?: number;

  constructor(
    override readonly code: LlmErrorCode,
    message: string,
    { isRetryable, cause, status, retryAfterMs }: LlmErrorOptions,
  ) {
    super(code, message, isRetryable, { cause });
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Codes of what the caller asked wrongly. */
export const LLM_INPUT_CODES = {
  /** A label is not exactly one token of the model. */
  badLabel: 'LLM_BAD_LABEL',
  /** `choice` has 26 letters; more candidates need a pre-selection. */
  tooManyCandidates: 'LLM_TOO_MANY_CANDIDATES',
  /** A prompt has more tokens than the context. */
  promptTooLong: 'LLM_PROMPT_TOO_LONG',
  /** The model manifest breaks its schema. */
  badManifest: 'LLM_BAD_MANIFEST',
  /** A setting (URL, size) is not usable. */
  badSetting: 'LLM_BAD_SETTING',
  /** The ranking adapter or its card cannot be read, or is none. */
  badAdapter: 'LLM_BAD_ADAPTER',
  /** The ranking adapter's bytes are not those its card or the manifest names: other ones, or cut short. */
  adapterChecksum: 'LLM_ADAPTER_CHECKSUM',
  /** The ranking adapter was trained on another model file. */
  adapterBase: 'LLM_ADAPTER_BASE',
  /** The ranking adapter's tensors or architecture do not fit the model. */
  adapterShape: 'LLM_ADAPTER_SHAPE',
  /** The ranking adapter was trained on prompts of another template version than this service renders. */
  adapterTemplate: 'LLM_ADAPTER_TEMPLATE',
  /** The ranking adapter was trained to answer another question than the manifest's formulation asks. */
  adapterFormulation: 'LLM_ADAPTER_FORMULATION',
} as const;

/** One of the codes of `LlmInputError`. */
export type LlmInputCode = (typeof LLM_INPUT_CODES)[keyof typeof LLM_INPUT_CODES];

/** A request or setting that cannot work, however often it is tried. */
export class LlmInputError extends InputError {
  constructor(code: LlmInputCode, message: string, options?: { cause?: unknown }) {
    super(code, message, options);
  }
}
