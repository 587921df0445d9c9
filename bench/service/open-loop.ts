import { setTimeout as sleep } from 'node:timers/promises';
import { summariseLatencies, type LatencySummary } from './latency-summary';

/** A load that arrives at its own pace, whether or not answers keep up. */
export interface OpenLoop {
  /** One request; `index` counts from 0. A rejection counts as a failure. */
  readonly send: (index: number) => Promise<unknown>;
  readonly requestsPerSecond: number;
  readonly durationMs: number;
}

/** What came of it. */
export interface OpenLoopResult extends LatencySummary {
  readonly failureCount: number;
  readonly requestsPerSecond: number;
}

/**
 * Sends at a constant rate. Latency counts from the instant a request was due, not from when it was sent, so that a stall is
 * charged to everybody who arrived during it (no coordinated omission).
 */
export async function runOpenLoop({
  send,
  requestsPerSecond,
  durationMs,
}: OpenLoop): Promise<OpenLoopResult> {
  const gapMs = 1000 / requestsPerSecond;
  const total = Math.floor(durationMs / gapMs);
  const latenciesMs: number[] = [];
  let failureCount = 0;
  const startedMs = performance.now();
  const arrive = async (index: number): Promise<void> => {
    try {
      await send(index);
      latenciesMs.push(performance.now() - (startedMs + index * gapMs));
    } catch {
      failureCount++;
    }
  };
  const inFlight: Promise<void>[] = [];
  for (let index = 0; index < total; index++) {
    await until(startedMs + index * gapMs);
    inFlight.push(arrive(index));
  }
  await Promise.all(inFlight);
  return { ...summariseLatencies(latenciesMs), failureCount, requestsPerSecond };
}

/** Timers are up to a millisecond late; the last one is waited for turn by turn. */
async function until(dueMs: number): Promise<void> {
  const waitMs = Math.floor(dueMs - performance.now()) - 1;
  if (waitMs > 0) await sleep(waitMs);
  while (performance.now() < dueMs) await new Promise(setImmediate);
}
