import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openBenchService, type BenchService } from './bench-service';
import type { ApiMemory } from './fork-api';
import { requestPage } from './page-load';
import { grown, USUAL_SIZE } from './service-size';
import { slopePerStep } from './slope-per-step';

const PAGES_PER_SECOND = 10;
const MINUTE_MS = 60_000;
const MIB = 2 ** 20;
/** Caches fill in the first minutes; the slope is taken after them. */
const SETTLING_FRACTION = 0.25;

/** Memory of the API's process under steady load, after a collection each minute: flat, or growing by how much an hour. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { minutes: { type: 'string', default: '60' }, json: { type: 'boolean', default: false } },
  });
  const service = await openBenchService(grown(USUAL_SIZE, 5));
  try {
    const samples: ApiMemory[] = [];
    for (let minute = 0; minute < Number(values.minutes); minute++) {
      await load(service, minute);
      samples.push(await service.memory());
      if (!values.json) printMinute(minute, samples[minute]);
    }
    report(samples, values.json);
  } finally {
    await service.close();
  }
}

/** A minute of pages, with an impression for each decision; members are mostly new ones, so that any per-member leak shows. */
async function load({ client }: BenchService, minute: number): Promise<void> {
  const endMs = performance.now() + MINUTE_MS;
  const memberCount = 1_000_000;
  for (let i = 0; performance.now() < endMs; i++) {
    const index = minute * 10_000 + i;
    const page = { client, titleCount: 40, memberCount, catalogueCount: 500 };
    const decisionIds = await requestPage(page, index);
    const occurredAt = new Date().toISOString();
    const events = decisionIds.map((decisionId) => ({
      ...{ eventId: randomUUID(), decisionId, type: 'impression', occurredAt },
    }));
    await client.post('/v1/events', { events });
    await sleep(1000 / PAGES_PER_SECOND);
  }
}

function printMinute(minute: number, { heapUsedBytes, rssBytes }: ApiMemory): void {
  const mib = (bytes: number): string => (bytes / MIB).toFixed(1).padStart(7);
  console.log(
    `minute ${String(minute + 1).padStart(3)}  heap ${mib(heapUsedBytes)}  rss ${mib(rssBytes)} MiB`,
  );
}

function report(samples: readonly ApiMemory[], isJson: boolean): void {
  const settled = samples.slice(Math.floor(samples.length * SETTLING_FRACTION));
  const perHour = (bytes: readonly number[]): number => (slopePerStep(bytes) * 60) / MIB;
  const heapMibPerHour = perHour(settled.map(({ heapUsedBytes }) => heapUsedBytes));
  const rssMibPerHour = perHour(settled.map(({ rssBytes }) => rssBytes));
  if (isJson) console.log(JSON.stringify({ samples, heapMibPerHour, rssMibPerHour }));
  else
    console.log(
      `slope after settling: heap ${heapMibPerHour.toFixed(1)} MiB/h, rss ${rssMibPerHour.toFixed(1)} MiB/h`,
    );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
