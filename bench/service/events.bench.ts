import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { EventsAnswerDto } from '@keyart/contracts';
import { openBenchService, type BenchService } from './bench-service';
import { requestPage } from './page-load';
import { saturate } from './saturate';
import { USUAL_SIZE } from './service-size';

const AIM_EVENTS_PER_SECOND = 3_000;
const BATCH_COUNT = 100;
const LANE_COUNT = 8;
const PAGE_COUNT = 200;
const WARM_UP_MS = 3_000;
/** Of ten events: what a page sees. */
const MIX = ['impression', 'impression', 'impression', 'impression', 'impression', 'impression'].concat([
  'click',
  'play',
  'progress',
  'completion',
]);

/** Events over HTTP, each durable and joined to a decision when it is answered; batches of 100 as a client sends them. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { seconds: { type: 'string', default: '30' }, json: { type: 'boolean', default: false } },
  });
  const service = await openBenchService(USUAL_SIZE);
  try {
    const decisionIds = await servePages(service);
    const send = (index: number): Promise<unknown> => sendBatch(service, decisionIds, index);
    await saturate({ send, laneCount: LANE_COUNT, durationMs: WARM_UP_MS });
    const result = await saturate({ send, laneCount: LANE_COUNT, durationMs: Number(values.seconds) * 1000 });
    const eventsPerSecond = Math.round(result.requestsPerSecond * BATCH_COUNT);
    if (values.json) console.log(JSON.stringify({ eventsPerSecond, batchCount: BATCH_COUNT, ...result }));
    else {
      console.log(
        `${eventsPerSecond} events/s, durable, batches of ${BATCH_COUNT}, ${LANE_COUNT} at a time (aim ${AIM_EVENTS_PER_SECOND})`,
      );
      console.log(`batch: p50 ${result.p50Ms.toFixed(1)} ms, p99 ${result.p99Ms.toFixed(1)} ms`);
    }
  } finally {
    await service.close();
  }
}

async function servePages({ client }: BenchService): Promise<string[]> {
  const decisionIds: string[] = [];
  for (let i = 0; i < PAGE_COUNT; i++) decisionIds.push(...(await requestPage({ client, ...USUAL_SIZE }, i)));
  return decisionIds;
}

async function sendBatch(
  { client }: BenchService,
  decisionIds: readonly string[],
  index: number,
): Promise<void> {
  const events = Array.from({ length: BATCH_COUNT }, (_, i) => {
    const type = MIX[i % MIX.length];
    return {
      eventId: randomUUID(),
      decisionId: decisionIds[(index * BATCH_COUNT + i) % decisionIds.length],
      type,
      occurredAt: new Date().toISOString(),
      ...(type === 'progress' && { progressFraction: 0.5 }),
    };
  });
  const { accepted } = JSON.parse(await client.post('/v1/events', { events })) as EventsAnswerDto;
  if (accepted !== BATCH_COUNT) throw new Error(`${accepted} of ${BATCH_COUNT} events accepted`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
