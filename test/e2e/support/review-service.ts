import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { catalogueOf, FolderPictureStore } from '@keyart/catalog';
import { contentHash, createLogger, loadConfiguration, SystemClock } from '@keyart/common';
import { API_SCOPES, type TitleReviewsAnswerDto, type TitleSentimentDto } from '@keyart/contracts';
import { ApiKeysRepository, TitlesRepository } from '@keyart/db';
import { BullJobProducer, queueOptions } from '@keyart/queue';
import type { SentimentEngine } from '@keyart/sentiment';
import { createApi } from '../../../apps/api/src/create-api';
import { createWorker } from '../../../apps/worker/src/create-worker';
import { eventually } from '../../support/eventually';
import { NO_VISION } from '../../support/no-vision.fake';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const KEY = 'reviews-key';

/** What the service answered. */
export interface ServiceAnswer {
  readonly status: number;
  // Tests look into answers of every shape.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

/** API and worker with an engine. */
export interface ReviewService<E extends SentimentEngine> {
  readonly test: TestDatabase;
  readonly engine: E;
  readonly baseUrl: string;
  readonly lagsMs: readonly number[];
  call(method: string, route: string, body?: unknown): Promise<ServiceAnswer>;
  hand(...reviews: unknown[]): Promise<TitleReviewsAnswerDto>;
  /** The profile once it has counted so many reviews, those held back and copies among them. */
  profileOf(titleId: string, reviewCount: number): Promise<TitleSentimentDto>;
  addTitle(titleId: string): Promise<void>;
  close(): Promise<void>;
}

export async function startReviewService<E extends SentimentEngine>(engine: E): Promise<ReviewService<E>> {
  const test = await createTestDatabase();
  const { database, url: databaseUrl } = test;
  const home = await mkdtemp(path.join(tmpdir(), 'keyart-reviews-'));
  const keys = new ApiKeysRepository(database);
  await keys.create({ name: 'test', keyHash: contentHash(KEY), scopes: [...API_SCOPES] });
  const configuration = {
    ...loadConfiguration({}),
    ...{ KEYART_HOME: home, SCHEDULES: 'off' as const, LLM: 'off' as const },
  };
  const [logger, clock] = [createLogger('test', 'silent'), new SystemClock()];
  const pictures = new FolderPictureStore(path.join(home, 'pictures'));
  const jobs = new BullJobProducer(queueOptions({ databaseUrl }));
  const catalogue = catalogueOf(database, logger);
  await catalogue.refresh();
  const api = await createApi({
    ...{ configuration, clock, withPages: true },
    dependencies: { database, jobs, pictures, logger, sentiment: engine },
  });
  await api.listen(0, '127.0.0.1');
  const lagsMs: number[] = [];
  const worker = await createWorker({
    ...{
      configuration,
      database,
      databaseUrl,
      catalogue,
      pictures,
      vision: NO_VISION,
      llm: null,
      clock,
      logger,
    },
    ...{ sentiment: engine, onReviewProfiled: (lagMs) => lagsMs.push(lagMs) },
  });
  const baseUrl = await api.getUrl();
  const call: ReviewService<E>['call'] = async (method, route, body) => {
    const response = await fetch(baseUrl + route, {
      method,
      headers: {
        authorization: `Bearer ${KEY}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, body: isJson ? JSON.parse(text) : text };
  };
  return {
    ...{ test, engine, baseUrl, lagsMs, call },
    hand: async (...reviews) => {
      const answer = await call('POST', '/v1/reviews', { reviews });
      if (answer.status !== 200) throw new Error(JSON.stringify(answer));
      return answer.body as TitleReviewsAnswerDto;
    },
    profileOf: async (titleId, reviewCount) => {
      const answer = await eventually(
        () => call('GET', `/v1/titles/${titleId}/sentiment`),
        ({ body }) => body.cleaned?.count + body.copyCount + body.quarantinedCount === reviewCount,
      );
      return answer.body as TitleSentimentDto;
    },
    addTitle: (titleId) =>
      new TitlesRepository(database).upsert({
        ...{
          titleId,
          name: `The ${titleId}`,
          year: 2025,
          synopsis: 'A ferry.',
          genres: ['Drama'],
          maturity: '12',
        },
        ...{ facets: {}, cast: [], tags: [], originCountries: [], originalLanguage: 'en' },
      }),
    close: async () => {
      await worker.close();
      await api.close();
      await jobs.close();
      await test.drop();
      await rm(home, { recursive: true });
    },
  };
}
