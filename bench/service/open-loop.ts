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
  /** How late the generator itself sent, p99: a generator that falls behind measures nothing. */
  readonly latenessP99Ms: number;
}

/**
 * Sends at a constant rate, however slow the answers are (no coordinated omission). Latency counts from sending; how late
 * timers made the sending is told apart, since a generator that spins for punctuality takes a core from the service.
 */
export async function runOpenLoop({
  send,
  requestsPerSecond,
  durationMs,
}: OpenLoop): Promise<OpenLoopResult> {
  const gapMs = 1000 / requestsPerSecond;
  const total = Math.floor(durationMs / gapMs);
  const latenciesMs: number[] = [];
  const latenessesMs: number[] = [];
  let failureCount = 0;
  const startedMs = performance.now();
  const arrive = async (index: number): Promise<void> => {
    const sentMs = performance.now();
    latenessesMs.push(sentMs - (startedMs + index * gapMs));
    try {
      await send(index);
      latenciesMs.push(performance.now() - sentMs);
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
  const latenessP99Ms = summariseLatencies(latenessesMs).p99Ms;
  return { ...summariseLatencies(latenciesMs), failureCount, requestsPerSecond, latenessP99Ms };
}

async function until(dueMs: number): Promise<void> {
  const waitMs = dueMs - performance.now();
  if (waitMs > 0) await sleep(waitMs);
}
