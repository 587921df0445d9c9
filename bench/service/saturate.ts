import { summariseLatencies, type LatencySummary } from './latency-summary';

/** Work that is done as fast as it goes. */
export interface Saturation {
  readonly send: (index: number) => Promise<unknown>;
  /** Requests under way at any time. */
  readonly laneCount: number;
  readonly durationMs: number;
}

/** What came of it. */
export interface SaturationResult extends LatencySummary {
  readonly requestsPerSecond: number;
}

/** Keeps some lanes busy for a while (closed loop). A rejection ends it. */
export async function saturate({ send, laneCount, durationMs }: Saturation): Promise<SaturationResult> {
  const latenciesMs: number[] = [];
  const startedMs = performance.now();
  let next = 0;
  const lane = async (): Promise<void> => {
    while (performance.now() - startedMs < durationMs) {
      const sentMs = performance.now();
      await send(next++);
      latenciesMs.push(performance.now() - sentMs);
    }
  };
  await Promise.all(Array.from({ length: laneCount }, lane));
  const seconds = (performance.now() - startedMs) / 1000;
  return { ...summariseLatencies(latenciesMs), requestsPerSecond: latenciesMs.length / seconds };
}
