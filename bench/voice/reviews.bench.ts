import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { catalogueOf, openPictureStore } from '@keyart/catalog';
import { createLogger, createRandom, loadConfiguration, SystemClock, type Random } from '@keyart/common';
import {
  createDatabase,
  TitleProfilesRepository,
  TitleReviewsRepository,
  TitlesRepository,
} from '@keyart/db';
import { BullJobProducer, queueOptions } from '@keyart/queue';
import { openSentimentEngine, type SentimentEngine } from '@keyart/sentiment';
import { parseReview, TakeReviews } from '@keyart/voice';
import { awaitProfiles } from '../../apps/evaluator/src/reviews/await-profiles';
import { createWorker } from '../../apps/worker/src/create-worker';
import { WordCountEngine } from '../../libs/voice/src/reviews/word-count.fake';
import { NO_VISION } from '../../test/support/no-vision.fake';
import { ensureDatabase } from '../../tools/embedded-postgres';
import { madeReview } from './made-review';

const TITLE_COUNT = 200;
const BATCH_COUNT = 500;
/** Some 120 words. */
const SENTENCES_PER_REVIEW = 9;
const DAY_MS = 86_400_000;

function reviewOf(random: Random, number: number): object {
  return {
    ...{ source: 'bench', externalId: `r${number}`, titleId: `t${Math.floor(random.next() * TITLE_COUNT)}` },
    text: madeReview(random, SENTENCES_PER_REVIEW),
    createdAt: new Date(Date.now() - random.next() * 700 * DAY_MS).toISOString(),
    ...{
      stars: 1 + Math.floor(5 * random.next()),
      country: random.next() < 0.5 ? 'DE' : 'BR',
      accountAgeDays: 400,
    },
  };
}

interface Bench {
  readonly take: TakeReviews;
  readonly reviews: TitleReviewsRepository;
  readonly profiles: TitleProfilesRepository;
}

/** All at once: reviews a second from the first call to the last reading, and to the last profile. */
async function throughput({ take, reviews, profiles }: Bench, count: number) {
  const random = createRandom('bench/reviews');
  const rows = Array.from({ length: count }, (_, number) => reviewOf(random, number));
  const [started, cpu] = [performance.now(), process.cpuUsage()];
  for (let from = 0; from < count; from += BATCH_COUNT)
    await take.run(rows.slice(from, from + BATCH_COUNT).map(parseReview));
  const takenMs = performance.now() - started;
  const { readMs, profiledMs } = await awaitProfiles({ reviews, profiles }, () => undefined);
  const { user, system } = process.cpuUsage(cpu);
  const rate = (ms: number): number => Math.round((1_000 * count) / ms);
  return {
    ...{ count, takenPerSecond: rate(takenMs), readPerSecond: rate(takenMs + readMs) },
    profiledPerSecond: rate(takenMs + profiledMs),
    cpuMsPerReview: (user + system) / 1_000 / count,
  };
}

/** A steady stream: from receipt to profile. */
async function lag({ take, reviews, profiles }: Bench, perSecond: number, seconds: number) {
  const random = createRandom('bench/lag');
  const since = new Date();
  const callsPerSecond = 10;
  for (let call = 0; call < seconds * callsPerSecond; call++) {
    const due = since.getTime() + (call * 1_000) / callsPerSecond;
    await pause(Math.max(0, due - Date.now()));
    const numbers = Array.from(
      { length: perSecond / callsPerSecond },
      (_, index) => 1e6 + call * 1e3 + index,
    );
    await take.run(numbers.map((number) => parseReview(reviewOf(random, number))));
  }
  await awaitProfiles({ reviews, profiles }, () => undefined);
  return { perSecond, seconds, ...(await reviews.lagSince(since)) };
}

/** `words` counts five words: what is measured then is all but the engine. */
function engineOf(name: string): Promise<SentimentEngine> {
  return name === 'words' ? Promise.resolve(new WordCountEngine()) : openSentimentEngine();
}

// node bench/run.mjs reviews [linear|words] [reviews] [reviews a second]
async function main(): Promise<void> {
  const [engine = 'linear', count = '20000', perSecond = '100'] = process.argv.slice(2);
  const home = await mkdtemp(path.join(tmpdir(), 'keyart-bench-reviews-'));
  const configuration = {
    ...loadConfiguration(),
    ...{ KEYART_HOME: home, SCHEDULES: 'off' as const, LLM: 'off' as const },
  };
  const running = await ensureDatabase(configuration);
  const database = createDatabase(running.url);
  const logger = createLogger('bench', 'silent');
  const [clock, databaseUrl] = [new SystemClock(), running.url];
  const titles = new TitlesRepository(database);
  for (let title = 0; title < TITLE_COUNT; title++)
    await titles.upsert({
      ...{
        titleId: `t${title}`,
        name: `Title ${title}`,
        year: 2024,
        synopsis: '',
        genres: [],
        maturity: '12',
      },
      ...{ facets: {}, cast: [], tags: [], originCountries: [], originalLanguage: null },
    });
  const jobs = new BullJobProducer(queueOptions({ queueUrl: configuration.QUEUE_URL, databaseUrl }));
  const catalogue = catalogueOf(database, logger);
  const worker = await createWorker({
    ...{ configuration, database, databaseUrl, catalogue, clock, logger, llm: null, vision: NO_VISION },
    ...{ pictures: openPictureStore(configuration), sentiment: await engineOf(engine) },
  });
  const reviews = new TitleReviewsRepository(database);
  const bench = {
    ...{ reviews, profiles: new TitleProfilesRepository(database) },
    take: new TakeReviews({ reviews, jobs, clock, logger }),
  };
  console.table([await throughput(bench, Number(count))]);
  console.table([await lag(bench, Number(perSecond), 30)]);
  await worker.close();
  await jobs.close();
  await database.close();
  await running.stop();
  await rm(home, { recursive: true });
}

void main();
