/** How patient the guard of an endpoint is. */
export interface ResilienceOptions {
  /** Prompts the adapter takes in one call, at least 1; larger requests are cut. */
  readonly promptsPerCall: number;
  /** Calls in flight at once. */
  readonly concurrentCallCount: number;
  /** Calls that wait for their turn; more are refused. */
  readonly waitingCallCount: number;
  /** Repeats of a call that met 429, 5xx or a broken connection. */
  readonly retryCount: number;
  /** Shortest pause before a repeat, milliseconds. */
  readonly leastPauseMs: number;
  /** Longest pause, milliseconds; a server that asks for more time is not asked again. */
  readonly mostPauseMs: number;
  /** Failures in a row, with no success between them, that open the breaker. */
  readonly breakerFailureCount: number;
  /** How long the breaker stays open before one call tries again, milliseconds. */
  readonly breakerOpenMs: number;
  /** Uniform in [0, 1), jitters the pauses. */
  readonly random: () => number;
}

/** What serves: pauses short enough for a page that waits, a breaker that a restart of the server outlives. */
export const RESILIENCE_DEFAULTS: ResilienceOptions = {
  promptsPerCall: 1,
  concurrentCallCount: 4,
  waitingCallCount: 256,
  retryCount: 2,
  leastPauseMs: 100,
  mostPauseMs: 5_000,
  breakerFailureCount: 8,
  breakerOpenMs: 5_000,
  random: Math.random,
};
