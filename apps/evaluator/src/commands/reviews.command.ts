import { createLogger, InputError, loadConfiguration, showProgress, SystemClock } from '@keyart/common';
import { createDatabase, TitleProfilesRepository, TitleReviewsRepository, type Database } from '@keyart/db';
import { BullJobProducer, queueOptions } from '@keyart/queue';
import { TakeReviews } from '@keyart/voice';
import type { Command } from 'commander';
import type { OpenDatabase } from '../open-database';
import { awaitProfiles } from '../reviews/await-profiles';
import { importReviews, type ReviewImport } from '../reviews/import-reviews';
import { readReviewFile } from '../reviews/read-review-file';
import { rateOf, renderImport, renderLag } from '../reviews/render-reviews';
import { GateFailedError } from '../terminal/gate-failed-error';
import { numberOf } from './numeric-option';

interface ImportFlags {
  readonly wait: boolean;
  readonly json: boolean;
}

interface LagFlags {
  readonly minutes: string;
  readonly json: boolean;
}

const LAG_FLOOR_SECONDS = 5;
const MINUTE_MS = 60_000;
const MOST_MINUTES = 525_600;

async function withDatabase<T>(
  openDatabase: OpenDatabase,
  work: (database: Database, url: string) => Promise<T>,
): Promise<T> {
  const running = await openDatabase();
  const database = createDatabase(running.url);
  try {
    return await work(database, running.url);
  } finally {
    await database.close();
    await running.stop();
  }
}

async function importInto(database: Database, databaseUrl: string, file: string): Promise<ReviewImport> {
  const { QUEUE_URL: queueUrl, LOG_LEVEL } = loadConfiguration();
  const jobs = new BullJobProducer(queueOptions({ queueUrl, databaseUrl }));
  const progress = showProgress('import');
  try {
    const [clock, logger] = [new SystemClock(), createLogger('reviews', LOG_LEVEL)];
    const reviews = new TitleReviewsRepository(database);
    const take = new TakeReviews({ reviews, jobs, clock, logger });
    return await importReviews(readReviewFile(file), (rows) => take.run(rows), progress.update);
  } finally {
    progress.done('handed in');
    await jobs.close();
  }
}

async function waitFor(database: Database, { rowCount, elapsedMs }: ReviewImport) {
  const progress = showProgress('workers');
  const parts = {
    reviews: new TitleReviewsRepository(database),
    profiles: new TitleProfilesRepository(database),
  };
  const { readMs, profiledMs } = await awaitProfiles(parts, progress.update).finally(() =>
    progress.done('done'),
  );
  return {
    readPerSecond: rateOf(rowCount, elapsedMs + readMs),
    profiledPerSecond: rateOf(rowCount, elapsedMs + profiledMs),
  };
}

async function runImport(file: string, flags: ImportFlags, openDatabase: OpenDatabase): Promise<void> {
  await withDatabase(openDatabase, async (database, url) => {
    const report = await importInto(database, url, file);
    const rates = flags.wait ? await waitFor(database, report) : null;
    const lines = [
      renderImport(report),
      ...(rates
        ? [
            `through the queue: read at ${rates.readPerSecond.toFixed(0)} a second, profiles included ${rates.profiledPerSecond.toFixed(0)}`,
          ]
        : []),
    ];
    process.stdout.write(`${flags.json ? JSON.stringify({ ...report, ...rates }) : lines.join('\n')}\n`);
    if (report.refusedCount > 0) throw new InputError('ROWS_REFUSED', `rows refused: ${report.refusedCount}`);
  });
}

async function runLag({ minutes, json }: LagFlags, openDatabase: OpenDatabase): Promise<void> {
  const spanMs = numberOf('--minutes', minutes, [0, MOST_MINUTES]) * MINUTE_MS;
  await withDatabase(openDatabase, async (database) => {
    const since = new Date(new SystemClock().nowMs() - spanMs);
    const lag = await new TitleReviewsRepository(database).lagSince(since);
    process.stdout.write(`${json ? JSON.stringify(lag) : renderLag(lag, LAG_FLOOR_SECONDS)}\n`);
    if ((lag.p95Seconds ?? 0) > LAG_FLOOR_SECONDS)
      throw new GateFailedError(
        `95% of reviews took up to ${lag.p95Seconds?.toFixed(2)} s, more than ${LAG_FLOOR_SECONDS}`,
      );
  });
}

/** `keyart reviews import` and `keyart reviews lag`. */
export function addReviewCommands(program: Command, openDatabase: OpenDatabase): void {
  const reviews = program.command('reviews').description('what was said of titles');
  reviews
    .command('import')
    .description(
      'hand in the reviews of a file, JSON lines or CSV, plain or gzip; those known already stay as they are',
    )
    .argument('<file>', 'file with the fields of POST /v1/reviews, see docs/insights/reviews.md')
    .option('--wait', 'until workers have read them and built the profiles, and say how fast', false)
    .option('--json', 'print what became of the rows as JSON', false)
    .action((file: string, flags: ImportFlags) => runImport(file, flags, openDatabase));
  reviews
    .command('lag')
    .description('how long reviews took from receipt to profile; exit code 1 where 95% took more than 5 s')
    .option('--minutes <n>', 'of reviews received so many minutes back', '60')
    .option('--json', 'print the figures as JSON', false)
    .action((flags: LagFlags) => runLag(flags, openDatabase));
}
