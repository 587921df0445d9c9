import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createLogger, contentHash, ManualClock, Configuration, type Logger } from '@keyart/common';
import { API_SCOPES, type ApiScope } from '@keyart/contracts';
import { FolderPictureStore } from '@keyart/catalog';
import { ApiKeysRepository } from '@keyart/db';
import type { ForecastSource } from '@keyart/insights';
import { createApi } from '../../../apps/api/src/create-api';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { FakeJobs } from './fake-jobs';

export const START_MS = Date.parse('2026-03-01T20:00:00Z');

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // Tests look into answers of every shape.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

export interface Call {
  readonly body?: unknown;
  readonly raw?: string | Uint8Array;
  readonly key?: string | null;
  readonly headers?: Record<string, string>;
}

/** A running API on a database of its own. */
export interface ApiFixture {
  readonly baseUrl: string;
  /** KEYART_HOME. */
  readonly home: string;
  readonly db: TestDatabase;
  readonly jobs: FakeJobs;
  readonly clock: ManualClock;
  call(method: string, path: string, call?: Call): Promise<Answer>;
  close(): Promise<void>;
}

/** The key that holds every scope, or just the one named. */
export const keyOf = (scope: ApiScope | 'all'): string => `test-key-${scope}`;

/** What a suite wants otherwise than by default. */
export interface FixtureOptions {
  readonly withPages?: boolean;
  readonly configuration?: Partial<Configuration>;
  readonly logger?: Logger;
  readonly forecasts?: ForecastSource;
}

export async function startApi(options: FixtureOptions = {}): Promise<ApiFixture> {
  const db = await createTestDatabase();
  const folder = await mkdtemp(path.join(tmpdir(), 'keyart-e2e-'));
  const keys = new ApiKeysRepository(db.database);
  for (const scope of ['all', ...API_SCOPES] as const) {
    const scopes = scope === 'all' ? API_SCOPES : [scope];
    await keys.create({ name: scope, keyHash: contentHash(keyOf(scope)), scopes });
  }
  const jobs = new FakeJobs();
  const clock = new ManualClock(START_MS);
  const pictures = new FolderPictureStore(folder);
  const { withPages, logger = createLogger('e2e', 'silent'), forecasts } = options;
  const dependencies = { database: db.database, jobs, pictures, logger, forecasts };
  const configuration = Object.assign(new Configuration(), { KEYART_HOME: folder }, options.configuration);
  const app = await createApi({ configuration, clock, dependencies, withPages });
  await app.listen(0, '127.0.0.1');
  const baseUrl = await app.getUrl();
  const close = async (): Promise<void> => {
    await app.close();
    await db.drop();
    await rm(folder, { recursive: true });
  };
  return {
    baseUrl,
    home: folder,
    db,
    jobs,
    clock,
    close,
    call: (method, route, call) => send(baseUrl + route, method, call),
  };
}

async function send(url: string, method: string, call: Call = {}): Promise<Answer> {
  const { body, raw, key = keyOf('all'), headers = {} } = call;
  const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await fetch(url, {
    method,
    headers: {
      ...(key !== null && { authorization: `Bearer ${key}` }),
      ...(payload !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(payload !== undefined && { body: payload as RequestInit['body'] }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}
