import {
  BrokenCircuitError,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  handleWhen,
  type CircuitBreakerPolicy,
} from 'cockatiel';
import { LLM_ERROR_CODES, LlmError } from '../errors';
import type { BreakerState } from './llm-listener';
import type { ResilienceOptions } from './resilience-options';

const STATES: Partial<Record<CircuitState, BreakerState>> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.Open]: 'open',
  [CircuitState.HalfOpen]: 'half-open',
};

/** Leaves an endpoint alone that fails call after call; after a while one call tries whether it is back. */
export class EndpointBreaker {
  private readonly policy: CircuitBreakerPolicy;
  private openUntilMs = 0;

  constructor(
    private readonly options: Pick<ResilienceOptions, 'breakerFailureCount' | 'breakerOpenMs'>,
    onChange: (state: BreakerState) => void = () => undefined,
  ) {
    this.policy = circuitBreaker(handleWhen(isFailureOfEndpoint), {
      halfOpenAfter: options.breakerOpenMs,
      breaker: new ConsecutiveBreaker(options.breakerFailureCount),
    });
    this.policy.onBreak(() => (this.openUntilMs = Date.now() + this.options.breakerOpenMs));
    this.policy.onStateChange((state) => onChange(STATES[state] ?? 'open'));
  }

  /**
   * Passes while the endpoint is thought to work, or when it is time to try it.
   * @throws LlmError `LLM_CIRCUIT_OPEN`
   */
  check(): void {
    const { state } = this.policy;
    if (state === CircuitState.HalfOpen) throw circuitOpen();
    if (state === CircuitState.Open && Date.now() < this.openUntilMs) throw circuitOpen();
  }

  /**
   * The call's outcome, which the breaker counts.
   * @throws LlmError `LLM_CIRCUIT_OPEN`, or what the call throws
   */
  async run<T>(call: () => Promise<T>): Promise<T> {
    this.check();
    try {
      return await this.policy.execute(call);
    } catch (error) {
      throw error instanceof BrokenCircuitError ? circuitOpen() : error;
    }
  }
}

/**
 * A call its caller gave up while it ran counts as well: where every page runs into its deadline, a hung endpoint would never be
 * found out otherwise. A refusal of this very request (4xx) says nothing about the endpoint.
 */
function isFailureOfEndpoint(error: Error): boolean {
  return error instanceof LlmError && (error.code !== LLM_ERROR_CODES.unavailable || error.isRetryable);
}

function circuitOpen(): LlmError {
  const text = 'the LLM endpoint keeps failing and is left alone for a while';
  return new LlmError(LLM_ERROR_CODES.circuitOpen, text, { isRetryable: true });
}
