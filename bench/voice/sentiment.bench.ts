import { fork } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { createRandom } from '@keyart/common';
import { openSentimentEngine } from '@keyart/sentiment';
import { madeReview } from './made-review';

/** Reviews of each process, about as long as those of IMDB (mean 234 words). */
const [REVIEW_COUNT, SENTENCE_COUNT, BATCH_SIZE, PROCESS_COUNT] = [4000, 16, 256, 2];

function madeReviews(seed: string): string[] {
  const random = createRandom(seed);
  return Array.from({ length: REVIEW_COUNT }, () => madeReview(random, SENTENCE_COUNT));
}

/** Reads them all; tells how long it took. */
async function readAll(seed: string): Promise<{ wallMs: number; processorMs: number }> {
  const engine = await openSentimentEngine();
  const reviews = madeReviews(seed);
  await engine.read(reviews.slice(0, BATCH_SIZE));
  const [wall, processor] = [performance.now(), process.cpuUsage()];
  for (let from = 0; from < reviews.length; from += BATCH_SIZE)
    await engine.read(reviews.slice(from, from + BATCH_SIZE));
  const { user, system } = process.cpuUsage(processor);
  return { wallMs: performance.now() - wall, processorMs: (user + system) / 1000 };
}

function inChild(seed: string): Promise<{ wallMs: number; processorMs: number }> {
  return new Promise((resolve, reject) => {
    const child = fork(__filename, ['--child', seed]);
    child.once('message', (took) => resolve(took as { wallMs: number; processorMs: number }));
    child.once('error', reject);
  });
}

async function main(): Promise<void> {
  const childAt = process.argv.indexOf('--child');
  if (childAt >= 0) {
    process.send?.(await readAll(process.argv[childAt + 1]));
    return;
  }
  const took = await Promise.all(
    Array.from({ length: PROCESS_COUNT }, (_, i) => inChild(`bench/sentiment/${i}`)),
  );
  const total = REVIEW_COUNT * PROCESS_COUNT;
  const rows = [
    {
      what: `linear engine, ${PROCESS_COUNT} processes, ${SENTENCE_COUNT} sentences a review`,
      reviewsPerSecond: Math.round((1000 * total) / Math.max(...took.map(({ wallMs }) => wallMs))),
      perProcessorSecond: Math.round(
        (1000 * total) / took.reduce((sum, { processorMs }) => sum + processorMs, 0),
      ),
    },
  ];
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(rows)}\n`);
  else console.table(rows);
}

void main();
