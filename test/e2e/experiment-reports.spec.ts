import { logMembers } from '../factories/experiment-log.factory';
import { keyOf, startApi, START_MS, type ApiFixture } from './support/api-fixture';
import { expectProblem } from './support/expect-problem';

const ID = 'llm-vs-production';
const REPORT = `/v1/experiments/${ID}/report`;

describe('reports of experiments', () => {
  let api: ApiFixture;

  beforeAll(async () => {
    api = await startApi();
    const body = {
      ...{ experimentId: ID, name: '<b>LLM</b>', hypothesis: 'The LLM takes more.', shareFraction: 1 },
      arms: [
        { name: 'production', weight: 1, policy: 'production' },
        { name: 'llm', weight: 1, policy: 'llm' },
      ],
      guardrails: [{ metric: 'reward', marginFraction: 0.1 }],
    };
    await api.call('POST', '/v1/experiments', { body });
  });
  afterAll(() => api.close());

  const log = (arm: string, takerCount: number): Promise<void> =>
    logMembers(api.db.database, {
      ...{ experiment: `${ID}/1`, arm, count: 400, takerCount, memberPrefix: arm },
      decidedAt: new Date(START_MS + 60_000),
    });

  it('are there from the start on, for analysts', async () => {
    const draft = await api.call('GET', REPORT);
    expectProblem(draft, 404, 'unknown-resource');
    expect(draft.body.detail).toContain('never started');
    await api.call('POST', `/v1/experiments/${ID}/start`);
    expect((await api.call('GET', REPORT)).body).toMatchObject({
      ...{ experiment: `${ID}/1`, status: 'running', metrics: [], winner: { arm: null } },
    });
    expectProblem(await api.call('GET', REPORT, { key: keyOf('decide') }), 403, 'missing-scope');
    expectProblem(await api.call('GET', '/v1/experiments/none/report'), 404, 'unknown-resource');
    expectProblem(await api.call('GET', `${REPORT}?version=2`), 404, 'unknown-resource');
    expectProblem(await api.call('GET', `${REPORT}?version=x`), 400, 'invalid-parameter');
  });

  it('say the sample ratio, intervals that hold at every look, guardrails and the winner', async () => {
    await log('production', 80);
    await log('llm', 200);
    const { body } = await api.call('GET', REPORT);
    expect(body).toMatchObject({
      sampleRatio: { isMismatch: false },
      winner: { arm: 'llm' },
      configuration: { method: 'asymptotic-cs', relative: true, cuped: true, correction: 'holm' },
      exposures: [
        { arm: 'production', memberCount: 400 },
        { arm: 'llm', memberCount: 400 },
      ],
    });
    expect(body.metrics.map((one: { name: string }) => one.name)).toEqual([
      ...['reward', 'reward (guardrail)', 'takers'],
    ]);
  });

  it('are pages without scripts, in which names are text', async () => {
    const { status, headers, body } = await api.call('GET', `${REPORT}/page`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/html');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(body).toContain('Winner: llm.');
    expect(body).toContain('&lt;b&gt;LLM&lt;/b&gt;');
    expect(body).not.toContain('<script');
  });
});
