import { setTimeout as pause } from 'node:timers/promises';

const POLL_INTERVAL_MS = 50;
const DEFAULT_LIMIT_MS = 20_000;

/** Asks again until the answer satisfies; fails with the last answer after the limit. */
export async function eventually<T>(
  ask: () => Promise<T>,
  isEnough: (answer: T) => boolean,
  limitMs = DEFAULT_LIMIT_MS,
): Promise<T> {
  const deadline = performance.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (isEnough(answer)) return answer;
    if (performance.now() > deadline)
      throw new Error(`not so within ${limitMs} ms: ${JSON.stringify(answer)}`);
    await pause(POLL_INTERVAL_MS);
  }
}
