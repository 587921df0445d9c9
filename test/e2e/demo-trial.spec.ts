import { ApiClient } from '../../tools/demo/api-client';
import { startTrial } from '../../tools/demo/trial';
import { keyOf, startApi, type ApiFixture } from './support/api-fixture';
import { addTitle } from './support/catalogue.factory';

const MEMBERS = Array.from({ length: 24 }, (_, i) => `viewer-${i}`);
const SURFACE = { aspect: '16:9', locale: 'en', region: 'PT', device: 'web', maturity: '18' } as const;
const TITLES = [{ titleId: 'metropolis', row: 0, position: 0 }];
const NO_SLICES = {
  SLICE_UNIFORM_FRACTION: 0,
  SLICE_POPULAR_FRACTION: 0,
  SLICE_NOT_PERSONALISED_FRACTION: 0,
};
const ID = 'llm-vs-production';

describe('the demo’s experiment', () => {
  let fixture: ApiFixture;
  let api: ApiClient;

  beforeEach(async () => {
    fixture = await startApi({ configuration: NO_SLICES });
    api = new ApiClient(fixture.baseUrl, keyOf('all'));
  });
  afterEach(() => fixture.close());

  const start = async (): Promise<string | undefined> => (await startTrial(api))?.experiment;
  const status = async (): Promise<string> => (await api.experiment(ID)).status;

  it('is drafted and started: production is the control, misleading reports are guarded', async () => {
    expect(await start()).toBe('llm-vs-production/1');
    expect(await api.experiment(ID)).toMatchObject({
      status: 'running',
      arms: [{ policy: 'production' }, { policy: 'llm' }],
      guardrails: expect.arrayContaining([expect.objectContaining({ metric: 'reports' })]),
    });
  });

  it('serves members by their arms where no policy is asked for', async () => {
    await addTitle(fixture, 'metropolis', [{}, {}]);
    await start();
    const pages = await Promise.all(
      MEMBERS.map((memberId) => api.decide({ memberId, surface: SURFACE, titles: TITLES, policy: null })),
    );
    const ids = pages.flatMap(({ decisions }) => decisions.map(({ decisionId }) => decisionId));
    const records = await Promise.all(ids.map((id) => api.decision(id)));
    expect(new Set(records.map(({ experiment }) => experiment))).toEqual(new Set(['llm-vs-production/1']));
    const served = new Set(records.map(({ arm, policy }) => `${arm} by ${policy}`));
    expect(served).toEqual(new Set(['production by production', 'llm by llm']));
  });

  it('stops what it started; the next one is a new version', async () => {
    await (await startTrial(api))?.stop();
    expect(await status()).toBe('stopped');
    expect(await start()).toBe('llm-vs-production/2');
  });

  it('joins a run that is under way and leaves it running', async () => {
    await start();
    const joined = await startTrial(api);
    expect(joined?.experiment).toBe('llm-vs-production/1');
    await joined?.stop();
    expect(await status()).toBe('running');
  });

  it('is left out where another experiment has the members', async () => {
    await (await startTrial(api))?.stop();
    const { name, hypothesis, arms, guardrails } = await api.experiment(ID);
    const other = { experimentId: 'other', name, hypothesis, shareFraction: 0.5, arms, guardrails };
    await api.createExperiment(other);
    await api.startExperiment('other');
    expect(await startTrial(api)).toBeNull();
  });
});
