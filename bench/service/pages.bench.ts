import { parseArgs } from 'node:util';
import { openBenchService } from './bench-service';
import { runOpenLoop } from './open-loop';
import { measurePageShares, type PageShares } from './page-shares';
import { requestPage } from './page-load';
import { saturate } from './saturate';
import { USUAL_SIZE } from './service-size';

const AIMS = { oneTitleP99Ms: 5, pageP99Ms: 20, decisionsPerSecond: 5_000 } as const;
const ONE_TITLE_RATE = 200;
const PAGE_RATE = 20;
const LANE_COUNT = 8;
const WARM_UP_MS = 8_000;

/** Pages over HTTP, records durable, load generator on the same machine: latency at two rates, throughput, and shares. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { seconds: { type: 'string', default: '30' }, json: { type: 'boolean', default: false } },
  });
  const durationMs = Number(values.seconds) * 1000;
  const service = await openBenchService(USUAL_SIZE);
  try {
    const { client } = service;
    const { titleCount, memberCount } = USUAL_SIZE;
    const page = (i: number): Promise<string[]> => requestPage({ client, titleCount, memberCount }, i);
    const one = (i: number): Promise<string[]> => requestPage({ client, titleCount: 1, memberCount }, i);
    await saturate({ send: page, laneCount: LANE_COUNT, durationMs: WARM_UP_MS });
    await runOpenLoop({ send: one, requestsPerSecond: ONE_TITLE_RATE, durationMs: WARM_UP_MS });
    const oneTitle = await runOpenLoop({ send: one, requestsPerSecond: ONE_TITLE_RATE, durationMs });
    const pages = await runOpenLoop({ send: page, requestsPerSecond: PAGE_RATE, durationMs });
    const saturated = await saturate({ send: page, laneCount: LANE_COUNT, durationMs });
    const decisionsPerSecond = saturated.requestsPerSecond * titleCount;
    const shares = await measurePageShares(USUAL_SIZE);
    if (values.json) {
      console.log(JSON.stringify({ oneTitle, pages, saturated, decisionsPerSecond, shares }));
      return;
    }
    console.table([
      { load: `one title, ${ONE_TITLE_RATE}/s`, ...latencies(oneTitle), 'aim p99 ms': AIMS.oneTitleP99Ms },
      { load: `${titleCount} titles, ${PAGE_RATE}/s`, ...latencies(pages), 'aim p99 ms': AIMS.pageP99Ms },
      { load: `${titleCount} titles, ${LANE_COUNT} at a time`, ...latencies(saturated) },
    ]);
    console.log(
      `${Math.round(decisionsPerSecond)} decisions/s at saturation (aim ${AIMS.decisionsPerSecond})`,
    );
    printShares(shares);
  } finally {
    await service.close();
  }
}

function latencies(result: {
  p50Ms: number;
  p99Ms: number;
  maxMs: number;
  count: number;
  failureCount?: number;
}) {
  const { p50Ms, p99Ms, maxMs, count, failureCount = 0 } = result;
  const rounded = (ms: number): number => Number(ms.toFixed(2));
  return {
    'p50 ms': rounded(p50Ms),
    'p99 ms': rounded(p99Ms),
    'max ms': rounded(maxMs),
    answered: count,
    failed: failureCount,
  };
}

function printShares(shares: PageShares): void {
  const totalMs = Object.values(shares).reduce((sum, ms) => sum + ms, 0);
  console.log('where the time of a page goes, one page at a time, medians:');
  for (const [part, ms] of Object.entries(shares)) {
    console.log(
      `  ${part.padEnd(12)} ${ms.toFixed(2).padStart(7)} ms  ${((100 * ms) / totalMs).toFixed(0)}%`,
    );
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
