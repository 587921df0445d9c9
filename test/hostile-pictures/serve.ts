import { startTarget } from '../fuzz/start-target';

/** What the service's process tells its parent. */
export type ServiceMessage =
  | { readonly kind: 'up'; readonly url: string; readonly apiKey: string }
  /** Most memory since it was asked last, and ever. */
  | { readonly kind: 'memory'; readonly recentBytes: number; readonly peakBytes: number };

const SAMPLE_INTERVAL_MS = 5;
const KIBIBYTE = 1024;

const tell = (message: ServiceMessage): void => void process.send?.(message);

/** API and worker in a process of their own, so that its memory is theirs alone. Any message asks for the memory. */
async function main(): Promise<void> {
  const { url, apiKey, stop } = await startTarget();
  let recentBytes = 0;
  const sample = (): void => void (recentBytes = Math.max(recentBytes, process.memoryUsage.rss()));
  const timer = setInterval(sample, SAMPLE_INTERVAL_MS);
  process.on('message', () => {
    sample();
    tell({ kind: 'memory', recentBytes, peakBytes: process.resourceUsage().maxRSS * KIBIBYTE });
    recentBytes = 0;
  });
  process.on('disconnect', () => {
    clearInterval(timer);
    void stop();
  });
  tell({ kind: 'up', url, apiKey });
}

void main();
