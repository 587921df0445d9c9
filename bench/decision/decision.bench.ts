import { randomUUID } from 'node:crypto';
import { BuildProfile, type DecisionService } from '@keyart/decisions';
import { aCatalogue } from '../../test/factories/catalogue.factory';
import { aServingWorld, type ServingWorld } from '../../test/factories/serving-world.factory';
import { aHistoryEntry } from '../../test/support/record.factory';
import { openBenchDatabase } from '../service/bench-database';
import { summariseLatencies } from '../service/latency-summary';
import { runOpenLoop } from '../service/open-loop';

const TITLE_COUNT = 100;
const CANDIDATE_COUNT = 5;
const MEMBER_COUNT = 200;
const CONCURRENT_PAGES = 8;
const WARM_UP_MS = 3_000;
const DURATION_MS = 10_000;
const PAGES_PER_SECOND = 20;
const SURFACE = { aspect: '16:9', locale: 'en', region: 'DE', device: 'tv', maturity: '18' } as const;
const TITLES = Array.from({ length: TITLE_COUNT }, (_, i) => ({
  titleId: `title-${i}`,
  row: i % 5,
  position: i,
}));

async function decidePage(service: DecisionService, index: number, titleCount = TITLE_COUNT): Promise<void> {
  const memberId = `member-${index % MEMBER_COUNT}`;
  const titles = TITLES.slice(0, titleCount);
  const page = { memberId, surface: SURFACE, titles, policy: 'production', deadlineMs: null } as const;
  const answers = await service.decide({ ...page, requestId: randomUUID() });
  if (!answers.every((answer) => answer.ok)) throw new Error('a title was not decided');
}

/** Pages one after another on each of some lanes, for a while. */
async function saturate(service: DecisionService, durationMs: number): Promise<readonly number[]> {
  const latenciesMs: number[] = [];
  const endMs = performance.now() + durationMs;
  let index = 0;
  const lane = async (): Promise<void> => {
    while (performance.now() < endMs) {
      const startedMs = performance.now();
      await decidePage(service, index++);
      latenciesMs.push(performance.now() - startedMs);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENT_PAGES }, lane));
  return latenciesMs;
}

async function prepareMembers({ repositories }: ServingWorld): Promise<void> {
  const build = new BuildProfile(repositories.members);
  for (let i = 0; i < MEMBER_COUNT; i++) {
    const entries = [
      aHistoryEntry({ genres: ['Romance'], rating: 5 }),
      aHistoryEntry({ title: 'Other', rating: 1 }),
    ];
    await repositories.members.importHistory(`member-${i}`, { entries });
    await build.run(`member-${i}`);
  }
}

function report(
  label: string,
  { p50Ms, p99Ms, count }: { p50Ms: number; p99Ms: number; count: number },
): void {
  console.log(`${label}: p50 ${p50Ms.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms (${count} requests)`);
}

async function main(): Promise<void> {
  const { database, close } = await openBenchDatabase();
  try {
    const catalogue = aCatalogue({ titleCount: TITLE_COUNT, artworkCount: CANDIDATE_COUNT, seed: 'bench' });
    const world = await aServingWorld({ database, catalogue });
    await prepareMembers(world);
    await saturate(world.service, WARM_UP_MS);
    const startedMs = performance.now();
    const latenciesMs = await saturate(world.service, DURATION_MS);
    const seconds = (performance.now() - startedMs) / 1000;
    console.log(
      `${Math.round((latenciesMs.length * TITLE_COUNT) / seconds)} decisions/s, durable, ${TITLE_COUNT} titles x ${CANDIDATE_COUNT} candidates a page, ${CONCURRENT_PAGES} pages at a time`,
    );
    report('page at saturation', summariseLatencies(latenciesMs));
    const page = { send: (i: number) => decidePage(world.service, i), durationMs: DURATION_MS };
    report(
      `page at ${PAGES_PER_SECOND}/s`,
      await runOpenLoop({ ...page, requestsPerSecond: PAGES_PER_SECOND }),
    );
    const single = { send: (i: number) => decidePage(world.service, i, 1), durationMs: DURATION_MS };
    report('one title at 200/s', await runOpenLoop({ ...single, requestsPerSecond: 200 }));
  } finally {
    await close();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
