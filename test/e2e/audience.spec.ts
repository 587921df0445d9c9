import { fitAudienceModel } from '@keyart/audience';
import type { AudienceDto, CountryAudienceDto, TitleRecord } from '@keyart/contracts';
import { ModelVersionsRepository, TitlesRepository } from '@keyart/db';
import { AudienceModels } from '@keyart/insights';
import { plantedLaunches } from '../../libs/audience/src/planted-launches.factory';
import { keyOf, START_MS, startApi, type ApiFixture } from './support/api-fixture';

const TITLE: Omit<TitleRecord, 'titleId'> = {
  ...{ name: 'Cold Case', year: 2026, maturity: '12', facets: {}, cast: [], tags: ['crime'] },
  synopsis: 'A detective and a murder case in a winter harbour',
  ...{ genres: ['Crime'], originCountries: ['AR'], originalLanguage: 'es' },
};
const OFFERED = { isOffered: true, observedOn: '2026-02-01' };

function chanceOf({ countries }: AudienceDto, country: string): CountryAudienceDto {
  const found = countries.find((one) => one.country === country);
  if (!found) throw new Error(`no ${country}`);
  return found;
}

describe('audience over HTTP', () => {
  let api: ApiFixture;
  const audience = (query = '', titleId = 'cold-case') =>
    api.call('GET', `/v1/titles/${titleId}/audience${query}`);
  const put = (items: unknown, titleId = 'cold-case') =>
    api.call('PUT', `/v1/titles/${titleId}/markets`, { body: { items } });

  async function serveModel(): Promise<string> {
    const data = plantedLaunches(150, 'planted/e2e');
    const model = fitAudienceModel(data, { catalogue: data.titles, seed: 'audience/e2e' });
    const models = new AudienceModels(new ModelVersionsRepository(api.db.database));
    await models.serve(model, new Date(START_MS));
    await models.serve(model, new Date(START_MS));
    return model.version;
  }

  beforeAll(async () => {
    api = await startApi();
    const titles = new TitlesRepository(api.db.database);
    await titles.upsert({ titleId: 'cold-case', ...TITLE });
    await titles.upsert({ titleId: 'untold', ...TITLE, year: null, synopsis: '冬の港の事件', tags: [] });
  });
  afterAll(() => api.close());

  it('says how to fit a model where there is none', async () => {
    const { status, body } = await audience();
    expect(status).toBe(409);
    expect(body.detail).toContain('keyart audience fit');
  });

  describe('with a model in service', () => {
    let version: string;
    beforeAll(async () => (version = await serveModel()));

    it('forecasts every country with interval, rank, region and donors', async () => {
      const { status, body } = await audience();
      expect(status).toBe(200);
      expect(body).toMatchObject({
        ...{ titleId: 'cold-case', modelVersion: version, evidence: 'full', observedCount: 0 },
        isUpdated: false,
      });
      expect(body.countries.map((one: CountryAudienceDto) => one.rank)).toEqual(
        Array.from({ length: 15 }, (_, i) => i + 1),
      );
      expect(chanceOf(body, 'SE').probability).toBeGreaterThan(chanceOf(body, 'JP').probability);
      expect(body.donors.length).toBeGreaterThan(0);
      expect(body.donors[0]).toMatchObject({ countries: expect.any(Array), name: expect.any(String) });
    });

    it('answers one country, or the likeliest', async () => {
      expect((await audience('?country=SE')).body.countries).toHaveLength(1);
      expect((await audience('?limit=3')).body.countries.map((one: CountryAudienceDto) => one.rank)).toEqual([
        ...[1, 2, 3],
      ]);
    });

    it('forecasts a title whose script it cannot read, and says so', async () => {
      const { status, body } = await audience('', 'untold');
      expect(status).toBe(200);
      expect(body.evidence).toBe('no-synopsis');
    });

    it('moves with observed markets; what is not offered counts for nothing', async () => {
      const cold = (await audience()).body;
      const markets = [
        { country: 'NO', isCharted: false, ...OFFERED },
        { country: 'SE', isCharted: false, ...OFFERED },
        { country: 'JP', isCharted: false, ...OFFERED, isOffered: false },
      ];
      const saved = await put(markets);
      expect(saved.status).toBe(200);
      expect(saved.body.items.map((one: { country: string }) => one.country)).toEqual(['JP', 'NO', 'SE']);
      const warm = (await audience()).body;
      expect(warm).toMatchObject({ observedCount: 2, isUpdated: true });
      expect(chanceOf(warm, 'SE')).toMatchObject({ observed: false, probability: 0 });
      expect(chanceOf(warm, 'JP').observed).toBeNull();
      expect(chanceOf(warm, 'DK').probability).toBeLessThan(chanceOf(cold, 'DK').probability);
      expect((await put([])).body).toEqual({ items: [] });
      expect((await audience()).body).toEqual(cold);
    });

    it('knows no other countries, titles or models', async () => {
      expect(await audience('', 'nobody')).toMatchObject({ status: 404 });
      expect(await put([], 'nobody')).toMatchObject({ status: 404 });
      const unknown = await audience('?country=FR');
      expect(unknown.status).toBe(404);
      expect(unknown.body.detail).toContain('15 countries, not FR');
    });

    it('refuses what cannot be meant, naming the row', async () => {
      const uk = await audience('?country=UK');
      expect(uk.status).toBe(400);
      expect(uk.body.detail).toContain('GB (not UK)');
      const row = { country: 'SE', isCharted: true, ...OFFERED };
      const bad: [unknown, string][] = [
        [[{ ...row, country: 'UK' }], 'GB (not UK)'],
        [[row, row], 'items.1.country'],
        [[{ ...row, isOffered: false }], 'items.0.isCharted'],
        [[{ ...row, observedOn: '2026-02-30' }], '2026-02-30 is no day'],
        ['SE', 'items'],
      ];
      for (const [items, detail] of bad) {
        const { status, body } = await put(items);
        expect([status, body.detail]).toEqual([400, expect.stringContaining(detail)]);
      }
    });

    it('wants the scopes', async () => {
      const call = { key: keyOf('decide') };
      expect(await api.call('GET', '/v1/titles/cold-case/audience', call)).toMatchObject({ status: 403 });
      expect(
        await api.call('PUT', '/v1/titles/cold-case/markets', { ...call, body: { items: [] } }),
      ).toMatchObject({ status: 403 });
    });

    it('says that a stored model is of no use here without showing why', async () => {
      const models = new ModelVersionsRepository(api.db.database);
      const at = new Date(START_MS);
      await models.save({
        ...{ version: 'audience-broken', kind: 'audience', stage: 'active', payload: {}, summary: {} },
        ...{ createdAt: at, activatedAt: at },
      });
      const { status, body } = await audience();
      expect(status).toBe(503);
      expect(JSON.stringify(body)).not.toContain('schema');
      await models.activate(version, at);
      expect((await audience()).status).toBe(200);
    });
  });
});
