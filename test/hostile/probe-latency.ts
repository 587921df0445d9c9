import type { Target } from '../fuzz/start-target';
import { page } from '../e2e/support/catalogue.factory';

const PROBE_COUNT = 200;
const LIMIT_MS = 10_000;

/** How good clients fared. */
export interface ProbeLatency {
  readonly medianMs: number;
  readonly p99Ms: number;
  /** Pages that were not answered 200 within ten seconds. */
  readonly failedCount: number;
}

async function isServed({ url, apiKey }: Target): Promise<boolean> {
  const answer = await fetch(`${url}/v1/decisions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(page(['sintel', 'nosferatu'])),
    signal: AbortSignal.timeout(LIMIT_MS),
  }).catch(() => null);
  await answer?.arrayBuffer().catch(() => undefined);
  return answer?.status === 200;
}

/** Opens pages one after another, as a good client. */
export async function probeLatency(target: Target): Promise<ProbeLatency> {
  const elapsedMs: number[] = [];
  let failedCount = 0;
  for (let i = 0; i < PROBE_COUNT; i++) {
    const startedMs = performance.now();
    if (!(await isServed(target))) failedCount++;
    elapsedMs.push(performance.now() - startedMs);
  }
  elapsedMs.sort((a, b) => a - b);
  const at = (share: number): number => elapsedMs[Math.floor(share * (PROBE_COUNT - 1))];
  return { medianMs: at(0.5), p99Ms: at(0.99), failedCount };
}
