import { randomUUID } from 'node:crypto';
import type { DecisionRecord } from '@keyart/contracts';
import { keyOf, startApi, START_MS, type ApiFixture } from './support/api-fixture';
import { addTitle, page } from './support/catalogue.factory';
import { expectProblem } from './support/expect-problem';

const MEMBERS = Array.from({ length: 400 }, (_, i) => `member-${i}`);
/** |z| of a true standard normal exceeds it once in 2,000. */
const BOUND = 3.5;
const TIMEOUT_MS = 120_000;

const draft = (experimentId: string, more: object = {}): object => ({
  ...{ experimentId, name: 'LLM against production', hypothesis: 'The LLM takes more.', shareFraction: 0.8 },
  arms: [
    { name: 'control', weight: 1, policy: 'production' },
    { name: 'treatment', weight: 3, policy: 'llm' },
  ],
  ...more,
});

function shareZ(count: number, total: number, share: number): number {
  return (count - total * share) / Math.sqrt(total * share * (1 - share));
}

describe('experiments', () => {
  let api: ApiFixture;
  const post = (path: string, body?: object) => api.call('POST', `/v1/experiments${path}`, { body });

  beforeAll(async () => {
    api = await startApi();
    await addTitle(api, 'metropolis', [{}, {}, {}]);
  });
  afterAll(() => api.close());

  /** Serves every member a page, renders it, and reads the records back. */
  async function serveAll(): Promise<DecisionRecord[]> {
    const answers = await Promise.all(
      MEMBERS.map((memberId) =>
        api.call('POST', '/v1/decisions', { key: keyOf('decide'), body: page(['metropolis'], { memberId }) }),
      ),
    );
    const decisionIds: string[] = answers.map(({ body }) => body.decisions[0].decisionId);
    const events = decisionIds.map((decisionId) => ({
      ...{ eventId: randomUUID(), decisionId, type: 'impression' },
      occurredAt: new Date(START_MS).toISOString(),
    }));
    expect((await api.call('POST', '/v1/events', { body: { events } })).status).toBeLessThan(300);
    const found = await Promise.all(decisionIds.map((id) => api.call('GET', `/v1/decisions/${id}`)));
    return found.map(({ body }) => body);
  }

  it(
    'deals members to slices and arms from its start on, names all of it, and lets go of them at its stop',
    async () => {
      expect((await post('', draft('llm-trial'))).body).toMatchObject({
        status: 'draft',
        run: null,
        createdBy: 'all',
      });
      const started = await post('/llm-trial/start');
      expect(started.body).toMatchObject({
        status: 'running',
        run: { version: 1, fromCell: 0, toCell: 8_000 },
      });

      const records = await serveAll();
      const sliced = records.filter(({ assignedBy }) => assignedBy === 'slice');
      expect(sliced.every(({ slice, policy, experiment }) => slice === policy && experiment === null)).toBe(
        true,
      );
      const open = records.length - sliced.length;
      const tested = records.filter(({ experiment }) => experiment === 'llm-trial/1');
      const treated = tested.filter(({ arm }) => arm === 'treatment');
      expect(treated.every(({ policy, assignedBy }) => policy === 'llm' && assignedBy === 'experiment')).toBe(
        true,
      );
      const shares = [
        shareZ(sliced.length, records.length, 0.06),
        shareZ(tested.length, open, 0.8),
        shareZ(treated.length, tested.length, 0.75),
      ];
      expect(shares.filter((z) => !(Math.abs(z) < BOUND))).toEqual([]);

      const exposures = await api.call('GET', '/v1/experiments/llm-trial/exposures');
      expect(exposures.body).toMatchObject({
        experiment: 'llm-trial/1',
        sampleRatio: { degreesOfFreedom: 1, isMismatch: false },
        groups: [
          { name: 'control', expectedShare: 0.25, exposedMemberCount: tested.length - treated.length },
          { name: 'treatment', expectedShare: 0.75, exposedMemberCount: treated.length, descriptive: null },
        ],
      });
      const { body: slices } = await api.call('GET', '/v1/slices');
      expect(slices.sampleRatio.pValue).toBeGreaterThan(0.001);
      const exposed = slices.groups.map((one: { exposedMemberCount: number }) => one.exposedMemberCount);
      expect(exposed.reduce((sum: number, count: number) => sum + count, 0)).toBe(MEMBERS.length);

      const { memberId } = treated[0];
      const { body: assignment } = await api.call('GET', `/v1/assignments/${memberId}`);
      expect(assignment).toMatchObject({ policy: 'llm', experiment: 'llm-trial/1', arm: 'treatment' });
      expect(assignment.why).toContain('arm treatment of the experiment llm-trial/1');
      const named = page(['metropolis'], { memberId, policy: 'production' });
      expect((await api.call('POST', '/v1/decisions', { body: named })).body.decisions[0].policy).toBe(
        'production',
      );

      expect((await post('/llm-trial/stop')).body).toMatchObject({
        status: 'stopped',
        run: { stoppedBy: 'all' },
      });
      const after = await serveAll();
      expect(after.filter(({ experiment, arm }) => experiment !== null || arm !== null)).toEqual([]);
      const again = await post('/llm-trial/start');
      expect(again.body.run).toMatchObject({ version: 2, salt: 'experiment/llm-trial/2' });
      expect((await api.call('GET', '/v1/experiments/llm-trial/exposures?version=1')).body.experiment).toBe(
        'llm-trial/1',
      );
      await post('/llm-trial/stop');
      const ramp = { stages: [0.01, 1], stageMs: 3_600_000 };
      const ramped = await post('/llm-trial/start', { ramp });
      expect(ramped.body.run).toMatchObject({ version: 3, ramp: { ...ramp, stage: 0 } });
      await post('/llm-trial/stop');
    },
    TIMEOUT_MS,
  );

  it('refuses more members than are free, and says what is', async () => {
    await post('', draft('wide', { shareFraction: 0.7 }));
    await post('', draft('wider', { shareFraction: 0.5 }));
    await post('/wide/start');
    const refused = await post('/wider/start');
    expectProblem(refused, 409, 'conflict');
    expect(refused.body.detail).toContain('free in one piece: 0.3 from 0.7');
    await api.call('PATCH', '/v1/experiments/wider', { body: { shareFraction: 0.3 } });
    expect((await post('/wider/start')).body.run).toMatchObject({ fromCell: 7_000, toCell: 10_000 });
    expectProblem(await post('/wide/start'), 409, 'conflict');
    expectProblem(
      await api.call('PATCH', '/v1/experiments/wide', { body: { name: 'late' } }),
      409,
      'conflict',
    );
    await post('/wide/stop');
    expectProblem(await post('/wide/stop'), 409, 'conflict');
    await post('/wider/stop');
  });

  it.each(['name', 'hypothesis', 'shareFraction', 'arms'])(
    'leaves a draft its %s where null',
    async (field) => {
      const experimentId = `null-${field.toLowerCase()}`;
      const { body: before } = await post('', draft(experimentId));
      const body = { name: 'changed', [field]: null };
      const changed = await api.call('PATCH', `/v1/experiments/${experimentId}`, { body });
      expect(changed.body).toEqual({ ...before, name: field === 'name' ? before.name : 'changed' });
    },
  );

  it('lists drafts and runs', async () => {
    await post('', draft('a-first'));
    expectProblem(await post('', draft('a-first')), 409, 'conflict');
    const { body } = await api.call('GET', '/v1/experiments?limit=1');
    expect(body).toEqual({
      items: [expect.objectContaining({ experimentId: 'a-first' })],
      nextCursor: expect.any(String),
    });
    expectProblem(await api.call('GET', '/v1/experiments/a-first/exposures'), 404, 'unknown-resource');
    expectProblem(await post('/nothing/start'), 404, 'unknown-resource');
    for (const stages of [[0.1, 0.05, 1], [0.1, 0.5], [1], [0.1, 2]]) {
      const body = { ramp: { stages, stageMs: 3_600_000 } };
      expectProblem(await post('/nothing/start', body), 400, 'invalid-body');
    }
    expectProblem(await post('/nothing/stop'), 404, 'unknown-resource');
  });

  it.each([
    ['experimentId', { experimentId: 'a/b' }],
    ['shareFraction', { shareFraction: 0.00015 }],
    ['shareFraction', { shareFraction: 1.1 }],
    ['arms', { arms: [{ name: 'a', weight: 1, policy: 'llm' }] }],
    ['arms', { arms: [1, 2].map((weight) => ({ name: 'a', weight, policy: 'llm' })) }],
    ['arms[1].weight', { arms: [1, 0].map((weight) => ({ name: `a${weight}`, weight, policy: 'llm' })) }],
  ])('refuses a bad %s by name', async (field, more) => {
    const refused = await post('', draft('bad', more));
    expectProblem(refused, 400, 'invalid-body');
    expect(refused.body.errors.map((one: { field: string }) => one.field)).toContain(field);
  });
});
