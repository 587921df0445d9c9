import { ModelVersionsRepository, type ModelListQuery } from '@keyart/db';
import { aModelVersion, minutesLater } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const LATER = minutesLater(5);

describe('ModelVersionsRepository', () => {
  let test: TestDatabase;
  let models: ModelVersionsRepository;
  beforeAll(async () => {
    test = await createTestDatabase();
    models = new ModelVersionsRepository(test.database);
  });
  afterAll(() => test.drop());
  beforeEach(() => test.database.pool.query('TRUNCATE model_version'));

  it('returns a model as saved, weights exactly', async () => {
    const record = aModelVersion({
      payload: { weights: [0.1 + 0.2, 5e-324, -1.7976931348623157e308], bias: null },
    });
    await models.save(record);
    expect(await models.findByVersion('bandit-1')).toEqual(record);
    expect(await models.findByVersion('none')).toBeNull();
  });

  it('has one active version per kind, and keeps the one before', async () => {
    await models.save(aModelVersion({ version: 'popularity-1', kind: 'popularity', stage: 'active' }));
    expect(await models.active('bandit')).toBeNull();
    await models.save(aModelVersion({ stage: 'active' }));
    await models.save(aModelVersion({ version: 'bandit-2' }));
    expect(await models.active('bandit')).toEqual(aModelVersion({ stage: 'active' }));
    await models.activate('bandit-2', LATER);
    expect(await models.active('bandit')).toMatchObject({ version: 'bandit-2', activatedAt: LATER });
    expect((await models.active('popularity'))?.version).toBe('popularity-1');
    expect((await models.findByVersion('bandit-1'))?.stage).toBe('retired');
  });

  it('puts a newer shadow in place of the older one, and the shadow into service', async () => {
    await models.save(aModelVersion({ stage: 'active' }));
    await models.save(aModelVersion({ version: 'bandit-2', stage: 'shadow' }));
    await models.save(aModelVersion({ version: 'bandit-3', stage: 'shadow' }));
    expect(await stages()).toEqual({ 'bandit-1': 'active', 'bandit-2': 'retired', 'bandit-3': 'shadow' });
    await models.activate('bandit-3', LATER);
    expect(await stages()).toEqual({ 'bandit-1': 'retired', 'bandit-2': 'retired', 'bandit-3': 'active' });
    expect(await models.inService()).toMatchObject([{ version: 'bandit-3', stage: 'active' }]);
  });

  it('refuses a shadow, which frees its place', async () => {
    await models.save(aModelVersion({ stage: 'shadow' }));
    await models.reject('bandit-1', LATER);
    await models.save(aModelVersion({ version: 'bandit-2', stage: 'shadow' }));
    expect(await stages()).toEqual({ 'bandit-1': 'rejected', 'bandit-2': 'shadow' });
  });

  it('leaves a version saved before as it is', async () => {
    await models.save(aModelVersion());
    await models.save(aModelVersion({ payload: 'other', stage: 'active' }));
    expect(await models.active('bandit')).toBeNull();
    expect(await models.findByVersion('bandit-1')).toEqual(aModelVersion());
  });

  it('adds to a summary', async () => {
    await models.save(aModelVersion({ summary: { rows: 1, mean: 0.5 } }));
    await models.summarize('bandit-1', { mean: 0.25, names: ['a', 'b'] });
    const { summary } = (await models.findByVersion('bandit-1')) ?? {};
    expect(summary).toEqual({ rows: 1, mean: 0.25, names: ['a', 'b'] });
  });

  it('lists newest first, by kind and stage, a page at a time, without payloads', async () => {
    for (const day of [1, 2, 3]) {
      await models.save(aModelVersion({ version: `bandit-${day}`, createdAt: new Date(day * 86_400_000) }));
    }
    await models.save(aModelVersion({ version: 'guard-1', kind: 'guard', stage: 'active' }));
    const versions = async (query: Partial<ModelListQuery>): Promise<string[]> =>
      (await models.list({ limit: 2, ...query })).map(({ version }) => version);
    expect(await versions({ kind: 'bandit' })).toEqual(['bandit-3', 'bandit-2']);
    expect(await versions({ kind: 'bandit', after: 'bandit-2' })).toEqual(['bandit-1']);
    expect(await versions({ stage: 'active' })).toEqual(['guard-1']);
    expect((await models.list({ limit: 1 }))[0]).not.toHaveProperty('payload');
  });

  it.each(['activate', 'reject'] as const)('refuses to %s an unknown version', async (change) => {
    await models.save(aModelVersion({ stage: 'active' }));
    await expect(models[change]('none', LATER)).rejects.toMatchObject({ code: 'UNKNOWN_MODEL_VERSION' });
    expect((await models.active('bandit'))?.version).toBe('bandit-1');
  });

  it('takes activations at a time', async () => {
    const versions = ['a', 'b', 'c', 'd', 'e', 'f'];
    for (const version of versions) await models.save(aModelVersion({ version }));
    await Promise.all([...versions, ...versions].map((version) => models.activate(version, LATER)));
    expect(Object.values(await stages()).filter((stage) => stage === 'active')).toHaveLength(1);
  });

  async function stages(): Promise<Record<string, string>> {
    const rows = await models.list({ limit: 100 });
    return Object.fromEntries(rows.map(({ version, stage }) => [version, stage]));
  }
});
