import { parseArgs } from 'node:util';
import { openBenchService } from './bench-service';
import { runOpenLoop, type OpenLoopResult } from './open-loop';
import { requestPage } from './page-load';
import { saturate } from './saturate';
import { grown, USUAL_SIZE, type ServiceSize } from './service-size';

const FACTOR = 10;
const AIM_GROWTH = 1.3;
const PAGES_PER_SECOND = 10;
const LANE_COUNT = 4;
/** Pages asked for before measuring, so that the larger service also has a larger log; per 200 members. */
const LOGGED_PAGES_PER_MEMBER = 2;

/** Latency of the same page in a service with ten times the catalogue, members and log: it should hardly grow. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { seconds: { type: 'string', default: '20' }, json: { type: 'boolean', default: false } },
  });
  const durationMs = Number(values.seconds) * 1000;
  const usual = await measure(USUAL_SIZE, durationMs);
  const large = await measure(grown(USUAL_SIZE, FACTOR), durationMs);
  const growth = { p50: large.p50Ms / usual.p50Ms, p99: large.p99Ms / usual.p99Ms };
  if (values.json) console.log(JSON.stringify({ usual, large, growth }));
  else {
    for (const [name, { p50Ms, p99Ms }] of Object.entries({ usual, large }))
      console.log(`${name.padEnd(6)} p50 ${p50Ms.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms`);
    console.log(
      `${FACTOR} x catalogue, members and log: p50 grows ${growth.p50.toFixed(2)} x (aim ${AIM_GROWTH}), p99 ${growth.p99.toFixed(2)} x`,
    );
  }
}

async function measure(size: ServiceSize, durationMs: number): Promise<OpenLoopResult> {
  const service = await openBenchService(size);
  try {
    const load = {
      client: service.client,
      titleCount: USUAL_SIZE.titleCount,
      memberCount: size.memberCount,
      catalogueCount: size.titleCount,
    };
    const send = (i: number): Promise<string[]> => requestPage(load, i);
    await fillLog(send, size.memberCount * LOGGED_PAGES_PER_MEMBER);
    return await runOpenLoop({ send, requestsPerSecond: PAGES_PER_SECOND, durationMs });
  } finally {
    await service.close();
  }
}

async function fillLog(send: (index: number) => Promise<unknown>, pageCount: number): Promise<void> {
  let sentCount = 0;
  const counted = (): Promise<unknown> => send(sentCount++);
  while (sentCount < pageCount) await saturate({ send: counted, laneCount: LANE_COUNT, durationMs: 500 });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
