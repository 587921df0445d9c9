import type { INestApplicationContext } from '@nestjs/common';
import { HandBack } from './hand-back';

/**
 * Takes no more jobs and lets the running ones finish.
 * @param drainMs how long they may go on; then they go back in line for another worker
 */
export async function closeWorker(worker: INestApplicationContext, drainMs: number): Promise<void> {
  const timer = setTimeout(() => worker.get(HandBack).begin(), drainMs);
  await worker.close();
  clearTimeout(timer);
}
