import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { loadConfiguration } from '@keyart/common';
import { ASPECTS, type DecisionRecord, type ServedPolicy } from '@keyart/contracts';
import { Analysis, evaluateLog, parsePolicySpec, type EvaluationResult } from '@keyart/decision-log';
import {
  AttributeRewards,
  BuildProfile,
  ScoreMember,
  servingParametersOf,
  TrainProductionModels,
} from '@keyart/decisions';
import { FEATURE_VERSION } from '@keyart/features';
import { exportLog, withScoredPolicies, type ScoringOptions } from '@keyart/offline-evaluation';
import { aCatalogue } from '../../factories/catalogue.factory';
import { LogFolder } from '../../factories/decision-log-file.factory';
import { evaluationOptions } from '../../factories/evaluation-options.factory';
import { aServingWorld, type ServingWorld } from '../../factories/serving-world.factory';
import { aHistoryEntry, anEvent } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const SURFACE = { aspect: '16:9', locale: 'en', region: 'DE', device: 'tv', maturity: '18' } as const;
const WINDOW_MS = 3_600_000;
const TITLES = Array.from({ length: 12 }, (_, i) => ({ titleId: `title-${i}`, row: 0, position: i }));
const MEMBERS = ['ada', 'bea', 'cleo', 'dora', 'eve', 'fay', 'gwen', 'hana'];
const CALIBRATION = { temperature: 1, labelMassThreshold: 0.5, slotPrior: {} };

let test: TestDatabase;
let world: ServingWorld;
let folder: LogFolder;
beforeEach(async () => {
  test = await createTestDatabase();
  folder = new LogFolder();
  const catalogue = aCatalogue({ titleCount: TITLES.length, artworkCount: 3, seed: 'judged' });
  world = await aServingWorld({ database: test.database, catalogue });
  for (const [i, memberId] of MEMBERS.entries()) {
    const genres = [['Romance'], ['Horror'], ['Comedy'], ['Western']][i % 4];
    await world.repositories.members.importHistory(memberId, { entries: [aHistoryEntry({ genres })] });
    await new BuildProfile(world.repositories.members).run(memberId);
  }
});
afterEach(async () => {
  folder.remove();
  await test.drop();
});

/** A page for each member, seen; what `isTaken` says is played. The log is in the file when it resolves. */
async function logOf(
  policy: ServedPolicy,
  isTaken = ({ artworkId }: DecisionRecord) => artworkId.endsWith('2'),
): Promise<{ file: string; records: DecisionRecord[] }> {
  const records: DecisionRecord[] = [];
  for (const memberId of MEMBERS) {
    const request = { memberId, surface: SURFACE, titles: TITLES, policy, deadlineMs: null };
    const answers = await world.service.decide({ ...request, requestId: randomUUID() });
    records.push(...answers.flatMap((answer) => (answer.ok ? [answer.record] : [])));
  }
  const now = new Date(world.clock.nowMs());
  const seen = records.map(({ decisionId }) => anEvent(decisionId, { occurredAt: now }));
  const plays = records
    .filter(isTaken)
    .map(({ decisionId }) => anEvent(decisionId, { type: 'completion', occurredAt: now }));
  await world.repositories.events.insertMany([...seen, ...plays], now, 0);
  world.clock.advance(WINDOW_MS);
  const { rewards, log } = world.repositories;
  await new AttributeRewards({ rewards, windowMs: WINDOW_MS, clock: world.clock }).run();
  const file = folder.file('log.parquet');
  await exportLog(log, file);
  return { file, records };
}

function scoring(file: string, policy: string): ScoringOptions {
  return {
    ...{ specs: [parsePolicySpec('--target', `policy:${policy}`)], file },
    parameters: servingParametersOf(loadConfiguration({})),
    openDatabase: () => Promise.resolve({ database: test.database, close: () => Promise.resolve() }),
    progressOf: () => ({ update: () => undefined, done: () => undefined }),
    openRanker: () =>
      Promise.resolve({ ranker: world.ranker, calibration: CALIBRATION, close: () => Promise.resolve() }),
  };
}

/** Probabilities by decision and artwork. */
function scored(options: ScoringOptions): Promise<Map<string, number>> {
  return withScoredPolicies(options, ([spec]) => {
    const [, ...lines] = readFileSync(spec.kind === 'file' ? spec.file : '', 'utf8')
      .trimEnd()
      .split('\n');
    const cells = lines.map((line) => line.replaceAll('"', '').split(','));
    return Promise.resolve(new Map(cells.map(([id, action, p]) => [`${id}/${action}`, Number(p)])));
  });
}

function evaluated(options: ScoringOptions): Promise<EvaluationResult> {
  return withScoredPolicies(options, async ([target]) => {
    const analysis = await Analysis.open();
    const evaluation = evaluateLog(analysis, evaluationOptions(options.file, '', { target }));
    return evaluation.finally(() => analysis.close());
  });
}

function logged(records: readonly DecisionRecord[]): Map<string, number> {
  return new Map(
    records.flatMap(({ decisionId, candidates }) =>
      candidates.map(({ artworkId, probability }) => [`${decisionId}/${artworkId}`, probability] as const),
    ),
  );
}

const train = (): Promise<unknown> => {
  const { repositories, catalogue, clock } = world;
  return new TrainProductionModels({ ...repositories, catalogue, clock }).run({ promote: 'now' });
};

describe('policies of the service on its own log', () => {
  it.each(['production', 'popular', 'not-personalised'] as const)(
    '%s gets the very probabilities that it was served with, page and taste included',
    async (policy) => {
      const { file, records } = await logOf(policy);
      expect(records).toHaveLength(TITLES.length * MEMBERS.length);
      expect(await scored(scoring(file, policy))).toEqual(logged(records));
    },
  );

  it('llm too, asking about each title once', async () => {
    const { repositories, catalogue, clock, ranker } = world;
    const served = { formulation: 'pointwise', locales: ['en'], aspects: ASPECTS } as const;
    for (const memberId of MEMBERS)
      await new ScoreMember({ ...repositories, catalogue, clock, ranker, ...served }).run({ memberId });
    const { file, records } = await logOf('llm');
    expect(new Set(records.map(({ source }) => source))).toEqual(new Set(['llm']));
    world.scorer.promptCount = 0;
    expect(await scored(scoring(file, 'llm'))).toEqual(logged(records));
    expect(world.scorer.promptCount).toBe(3 * TITLES.length * MEMBERS.length);
  });

  it('hybrid too, by the weights in service', async () => {
    const { repositories, catalogue, clock, ranker } = world;
    const served = { formulation: 'pointwise', locales: ['en'], aspects: ASPECTS } as const;
    for (const memberId of MEMBERS)
      await new ScoreMember({ ...repositories, catalogue, clock, ranker, ...served }).run({ memberId });
    const weights = { warm: { bandit: 1, model: 0.1 }, cold: { bandit: 0.5, model: 0.2 } };
    const llm = { ...weights, modelVersion: ranker.modelVersion, temperature: 1, rowCount: 500 };
    const payload = { version: 'hybrid-1', featureVersion: FEATURE_VERSION, llm, student: null };
    const createdAt = new Date(clock.nowMs());
    const record = { version: 'hybrid-1', kind: 'hybrid', stage: 'retired', payload } as const;
    await repositories.models.save({ ...record, summary: {}, createdAt, activatedAt: null });
    await repositories.models.activate('hybrid-1', createdAt);
    await world.models.refresh();
    const { file, records } = await logOf('hybrid');
    expect(new Set(records.map(({ source }) => source))).toEqual(new Set(['hybrid-llm']));
    expect(await scored(scoring(file, 'hybrid'))).toEqual(logged(records));
  });

  it('llm goes on from kept scores', async () => {
    const { file } = await logOf('production');
    const options = { ...scoring(file, 'llm'), llmScores: folder.file('scores.jsonl') };
    const first = await scored(options);
    const promptCount = world.scorer.promptCount;
    expect(await scored(options)).toEqual(first);
    expect(world.scorer.promptCount).toBe(promptCount);
  });

  it('differs from what another policy was served with, and is evaluated under its name', async () => {
    const { file, records } = await logOf('uniform');
    const probabilities = await scored(scoring(file, 'production'));
    expect(probabilities).not.toEqual(logged(records));
    const result = await evaluated(scoring(file, 'production'));
    expect(result.policies.target).toBe('policy:production');
    expect(result.diagnostics.unsupportedMass).toBe(0);
    expect(result.diagnostics.disagreementRate).toBeGreaterThan(0.1);
    expect(result.notComputed).toEqual([]);
    expect(result.estimates.map(({ estimator }) => estimator)).toContain('mips');
  });
});

describe('models and what they are judged on', () => {
  it('refuses models that were fitted on the log, and says how else', async () => {
    const { file, records } = await logOf('uniform');
    await train();
    const refusal = scored(scoring(file, 'production'));
    await expect(refusal).rejects.toMatchObject({ code: 'POLICY_INPUT_MISSING' });
    await expect(refusal).rejects.toThrow(
      new RegExp(
        `was fitted on what it would be judged on \\(${records.length} decisions; row 1,.*@cross-fitted`,
      ),
    );
  });

  it('judges models in service on later decisions', async () => {
    await logOf('uniform');
    await train();
    await world.models.refresh();
    world.clock.advance(24 * WINDOW_MS);
    const { file, records } = await logOf('popular');
    const later = folder.file('later.parquet');
    const analysis = await Analysis.open();
    await analysis.run(
      `COPY (SELECT * FROM '${file}' WHERE policy = 'popular') TO '${later}' (FORMAT parquet)`,
    );
    await analysis.close();
    expect(await scored(scoring(later, 'popular'))).toEqual(logged(records));
  });

  it.each(['popular@cross-fitted', 'production@cross-fitted'])(
    '%s finds the picture that is taken',
    async (policy) => {
      const { file } = await logOf('uniform');
      const probabilities = await scored(scoring(file, policy));
      const [taken, all] = [[...probabilities].filter(([key]) => key.endsWith('2')), [...probabilities]];
      expect(all).toHaveLength(3 * TITLES.length * MEMBERS.length);
      const share = taken.reduce((sum, [, p]) => sum + p, 0) / (TITLES.length * MEMBERS.length);
      expect(share).toBeGreaterThan(0.5);
    },
  );
});

describe('what is missing', () => {
  it.each([
    {
      what: 'an artwork',
      sql: `DELETE FROM artwork WHERE id = 'title-3-1'`,
      message: /the catalogue has no such artwork \(8 decisions; row \d+, candidates title-3-1\)/,
    },
    {
      what: 'a taste',
      sql: 'TRUNCATE taste_version',
      message: /the taste as of the decision is not kept any more \(96 decisions; row 1, decision_id/,
    },
    {
      what: 'the decisions',
      sql: 'TRUNCATE decision CASCADE',
      message: /the database has no such decision \(96 decisions; row 1, decision_id/,
    },
  ])('$what', async ({ sql, message }) => {
    const { file } = await logOf('uniform');
    await test.database.query({ text: sql });
    await expect(scored(scoring(file, 'production'))).rejects.toThrow(message);
  });

  it('candidates in the log', async () => {
    const { file } = await logOf('uniform');
    const bare = folder.file('bare.parquet');
    const analysis = await Analysis.open();
    await analysis.run(
      `COPY (SELECT * EXCLUDE (candidates, candidate_propensities, candidate_facets) FROM '${file}') TO '${bare}' (FORMAT parquet)`,
    );
    await analysis.close();
    await expect(scored(scoring(bare, 'popular'))).rejects.toThrow(
      'column candidates is not there (needed by policy:popular)',
    );
  });

  it('a policy of that name', async () => {
    await expect(scored(scoring('any.csv', 'banana'))).rejects.toMatchObject({ code: 'UNKNOWN_POLICY' });
  });
});
