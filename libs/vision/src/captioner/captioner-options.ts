/** How to reach a captioner and how patient to be with it. */
export interface CaptionerOptions {
  /** Base URL, `http(s)://host[:port][/path]`, without the route. */
  readonly url: string;
  /** Model name sent with every call; part of a description's version. */
  readonly model: string;
  /** Sent as a bearer token. */
  readonly apiKey?: string;
  /** Limit of one HTTP call, milliseconds. */
  readonly timeoutMs: number;
  /** Repeats of a call that met 429, 5xx or a broken connection. */
  readonly retryCount: number;
  /** Shortest pause before a repeat, milliseconds. */
  readonly leastPauseMs: number;
  /** Longest pause, milliseconds; a server that asks for more time is not asked again. */
  readonly mostPauseMs: number;
  /** Failures in a row after which the captioner is left alone, so that a bulk import does not wait for it picture by picture. */
  readonly breakerFailureCount: number;
  /** For how long, milliseconds. */
  readonly breakerOpenMs: number;
  /** Uniform in [0, 1), jitters the pauses. */
  readonly random: () => number;
}

/** A vision model of seven billion parameters answers in seconds, on a busy machine in tens of seconds. */
export const CAPTIONER_DEFAULTS: Omit<CaptionerOptions, 'url' | 'model' | 'apiKey'> = {
  timeoutMs: 60_000,
  retryCount: 3,
  leastPauseMs: 500,
  mostPauseMs: 20_000,
  breakerFailureCount: 5,
  breakerOpenMs: 30_000,
  random: Math.random,
};
