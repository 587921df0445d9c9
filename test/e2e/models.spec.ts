import { ModelVersionsRepository } from '@keyart/db';
import { FEATURE_VERSION } from '@keyart/features';
import { aModelVersion, minutesLater } from '../support/record.factory';
import { startApi, type ApiFixture } from './support/api-fixture';
import { expectProblem } from './support/expect-problem';

describe('models over HTTP', () => {
  let api: ApiFixture;
  let models: ModelVersionsRepository;

  beforeAll(async () => {
    api = await startApi();
    models = new ModelVersionsRepository(api.db.database);
    const payload = { featureVersion: FEATURE_VERSION };
    await models.save(aModelVersion({ version: 'bandit-old', stage: 'active', payload }));
    const createdAt = minutesLater(1);
    await models.save(aModelVersion({ version: 'bandit-new', stage: 'shadow', payload, createdAt }));
    await models.save(aModelVersion({ version: 'guard-1', kind: 'guard', stage: 'active' }));
  });
  afterAll(() => api.close());

  const stageOf = async (version: string): Promise<string> =>
    (await api.call('GET', `/v1/models/${version}`)).body.stage;

  it('lists them newest first, by kind and stage, without weights', async () => {
    const { status, body } = await api.call('GET', '/v1/models?kind=bandit&limit=1');
    expect(status).toBe(200);
    expect(body.items).toMatchObject([{ version: 'bandit-new', stage: 'shadow', activatedAt: null }]);
    expect(body.items[0]).not.toHaveProperty('payload');
    const next = await api.call('GET', `/v1/models?kind=bandit&limit=1&after=${body.nextCursor}`);
    expect(next.body).toMatchObject({ items: [{ version: 'bandit-old' }], nextCursor: null });
    const active = await api.call('GET', '/v1/models?stage=active&kind=guard');
    expect(active.body.items).toMatchObject([{ version: 'guard-1' }]);
    expectProblem(await api.call('GET', '/v1/models?stage=asleep'), 400, 'invalid-parameter');
  });

  it('puts a training in line, with its choices', async () => {
    const body = { rewardBaseline: 'title', promote: 'now' };
    const answer = await api.call('POST', '/v1/models/train', { body });
    expect(answer.status).toBe(202);
    expect(api.jobs.enqueued).toEqual([{ name: 'train-baseline', payload: body }]);
    expectProblem(
      await api.call('POST', '/v1/models/train', { body: { promote: 'soon' } }),
      400,
      'invalid-body',
    );
  });

  it('promotes a version, and goes back to the one before', async () => {
    const promoted = await api.call('POST', '/v1/models/bandit-new/promote');
    expect(promoted).toMatchObject({ status: 200, body: { stage: 'active' } });
    expect(promoted.body.activatedAt).toBe(new Date(api.clock.nowMs()).toISOString());
    expect(await stageOf('bandit-old')).toBe('retired');
    await api.call('POST', '/v1/models/bandit-old/promote');
    expect([await stageOf('bandit-old'), await stageOf('bandit-new')]).toEqual(['active', 'retired']);
  });

  it('rejects a version', async () => {
    const rejected = await api.call('POST', '/v1/models/bandit-new/reject');
    expect(rejected).toMatchObject({ status: 200, body: { stage: 'rejected' } });
  });

  it('refuses what does not exist, and a bandit of other features', async () => {
    expectProblem(await api.call('GET', '/v1/models/none'), 404, 'unknown-resource');
    expectProblem(await api.call('POST', '/v1/models/none/promote'), 404, 'unknown-resource');
    expectProblem(await api.call('POST', '/v1/models/none/reject'), 404, 'unknown-resource');
    const payload = { featureVersion: 'features/0' };
    await models.save(aModelVersion({ version: 'bandit-0', payload }));
    expectProblem(await api.call('POST', '/v1/models/bandit-0/promote'), 409, 'conflict');
    expect(await stageOf('bandit-0')).toBe('retired');
  });
});
