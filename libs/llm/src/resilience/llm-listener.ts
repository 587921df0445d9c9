import type { LlmErrorCode } from '../errors';
import type { CallPriority } from './call-priority';

/** A call to the model that has ended. */
export interface EndedCall {
  readonly outcome: 'ok' | LlmErrorCode;
  readonly priority: CallPriority;
  readonly promptCount: number;
  /** Time at the model, without waiting in line, milliseconds. */
  readonly elapsedMs: number;
}

/** State of the circuit breaker: closed lets calls through, open refuses them, half-open tries one. */
export type BreakerState = 'closed' | 'open' | 'half-open';

/** Hears what happens at a model endpoint, for metrics; of the embedded model label masses only. Must not throw and not wait. */
export interface LlmListener {
  called?(call: EndedCall): void;
  /** A call will be repeated after the pause, milliseconds. */
  retried?(pauseMs: number): void;
  /** A call was refused without asking the model. */
  refused?(code: 'LLM_BUSY' | 'LLM_CIRCUIT_OPEN'): void;
  breakerChanged?(state: BreakerState): void;
  /** Label mass of one prompt, in [0, 1], and how many of its labels were not reported. */
  labelMass?(labelMass: number, missingCount: number): void;
}
