import { ModelVersionsRepository } from '@keyart/db';
import { aModelVersion } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

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

  it('has one active version per kind', async () => {
    await models.save(aModelVersion({ version: 'popularity-1', kind: 'popularity', isActive: true }));
    expect(await models.active('bandit')).toBeNull();
    await models.save(aModelVersion({ isActive: true }));
    await models.save(aModelVersion({ version: 'bandit-2' }));
    expect(await models.active('bandit')).toEqual(aModelVersion({ isActive: true }));
    await models.activate('bandit-2');
    expect((await models.active('bandit'))?.version).toBe('bandit-2');
    expect((await models.active('popularity'))?.version).toBe('popularity-1');
    expect((await models.findByVersion('bandit-1'))?.isActive).toBe(false);
  });

  it('leaves a version saved before as it is', async () => {
    await models.save(aModelVersion());
    await models.save(aModelVersion({ payload: 'other', isActive: true }));
    expect(await models.active('bandit')).toEqual(aModelVersion({ isActive: true }));
  });

  it('refuses to activate an unknown version and keeps the active one', async () => {
    await models.save(aModelVersion({ isActive: true }));
    await expect(models.activate('none')).rejects.toMatchObject({ code: 'UNKNOWN_MODEL_VERSION' });
    expect((await models.active('bandit'))?.version).toBe('bandit-1');
  });

  it('takes activations at a time', async () => {
    const versions = ['a', 'b', 'c', 'd', 'e', 'f'];
    for (const version of versions) await models.save(aModelVersion({ version }));
    await Promise.all([...versions, ...versions].map((version) => models.activate(version)));
    const { rows } = await test.database.pool.query(
      'SELECT count(*)::int AS n FROM model_version WHERE is_active',
    );
    expect(rows).toEqual([{ n: 1 }]);
  });
});
