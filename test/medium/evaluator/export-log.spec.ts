import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { DecisionRecord } from '@keyart/contracts';
import {
  ArtworksRepository,
  DecisionsRepository,
  EventsRepository,
  LogRepository,
  RewardsRepository,
  TitlesRepository,
} from '@keyart/db';
import { exportLog, type LogExportOptions } from '@keyart/offline-evaluation';
import { aDecision, anArtwork, anEvent, aTitle, EVENING, minutesLater } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

/** Doubles whose shortest text is long: a rounding anywhere on the way would show. */
const PROBABILITIES = [1 / 3, 0.1 + 0.2, 1 - 1 / 3 - (0.1 + 0.2)];
const CANDIDATES = ['a', 'b', 'comma,"quote"'].map((artworkId, i) => {
  return { artworkId, probability: PROBABILITIES[i], score: null };
});

/** A Parquet or JSON list, or a JSON array in a cell. */
function listOf(cell: unknown): unknown {
  const once: unknown = JSON.parse(String(cell));
  return typeof once === 'string' ? JSON.parse(once) : once;
}

async function read(sql: string): Promise<Record<string, unknown>[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const reader = await connection.runAndReadAll(sql);
  return reader.getRowObjectsJson() as Record<string, unknown>[];
}

describe('exportLog', () => {
  let test: TestDatabase;
  let folder: string;
  let logged: DecisionRecord;

  beforeAll(async () => {
    test = await createTestDatabase();
    folder = await mkdtemp(path.join(os.tmpdir(), 'keyart-export-'));
    await new TitlesRepository(test.database).upsert(aTitle());
    const artworks = new ArtworksRepository(test.database);
    await artworks.upsert(anArtwork({ artworkId: 'a', facets: { romance: 0.3, scary: 0.7 } }));
    await artworks.upsert(anArtwork({ artworkId: 'b', facets: {} }));
    logged = aDecision({ candidates: CANDIDATES, propensity: PROBABILITIES[0], arm: null });
    const pending = aDecision();
    const neverRendered = aDecision();
    await new DecisionsRepository(test.database).insertMany([logged, pending, neverRendered]);
    const impressions = [anEvent(logged.decisionId), anEvent(pending.decisionId)];
    await new EventsRepository(test.database).insertMany(impressions, EVENING, 1000);
    const reward = {
      decisionId: logged.decisionId,
      reward: -0.25,
      rung: 'quick-abandon',
      ladderVersion: 'l',
    };
    await new RewardsRepository(test.database).saveMany([{ ...reward, attributedAt: minutesLater(400) }]);
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await test.drop();
  });

  const exportTo = (name: string, options: LogExportOptions = {}) =>
    exportLog(new LogRepository(test.database), path.join(folder, name), options);

  it('counts what it leaves out, by reason', async () => {
    const result = await exportTo('counts.jsonl');
    expect(result).toMatchObject({
      schema: 'decision-log/1',
      rowCount: 1,
      pendingCount: 1,
      notRenderedCount: 1,
    });
  });

  it.each(['log.parquet', 'log.csv', 'log.jsonl'])('%s keeps every candidate and every bit', async (name) => {
    const { file } = await exportTo(name);
    const [row] = await read(`SELECT propensity, reward, to_json(candidates) AS c,
      to_json(candidate_propensities) AS p FROM '${file}'`);
    expect(row).toMatchObject({ propensity: logged.propensity, reward: -0.25 });
    expect(listOf(row.c)).toEqual(CANDIDATES.map(({ artworkId }) => artworkId));
    expect(listOf(row.p)).toEqual(PROBABILITIES);
  });

  it.each(['facets.parquet', 'facets.csv', 'facets.jsonl'])(
    '%s has a facet of each candidate',
    async (name) => {
      const { file } = await exportTo(name);
      const [row] = await read(`SELECT to_json(candidate_facets) AS f FROM '${file}'`);
      expect(listOf(row.f)).toEqual(['scary', 'none', 'unknown']);
    },
  );

  it('names members by pseudonyms of the one file, or by their ids where asked', async () => {
    const userOf = async (options: LogExportOptions): Promise<unknown> => {
      const { file } = await exportTo('users.jsonl', options);
      const rows = await read(`SELECT DISTINCT user_id FROM '${file}'`);
      return rows.map(({ user_id }) => user_id);
    };
    const [first, second] = [await userOf({}), await userOf({})];
    expect(first).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/)]);
    expect(second).not.toEqual(first);
    expect(await userOf({ hasRawIds: true })).toEqual(['ada']);
  });

  it('leaves nothing but the file behind', async () => {
    await exportTo('alone.csv');
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('names columns as the schema does', async () => {
    const { file } = await exportTo('columns.csv');
    const documented = await readFile(path.join(__dirname, '../../../docs/decision-log.md'), 'utf8');
    const [heading] = (await readFile(file, 'utf8')).split('\n');
    for (const column of heading.trim().split(',')) expect(documented).toContain(`\`${column}\``);
  });

  it('refuses an extension it does not know before it reads anything', async () => {
    await expect(exportTo('log.xlsx')).rejects.toThrow('--out');
  });
});
