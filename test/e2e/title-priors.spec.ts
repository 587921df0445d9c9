import { KeepTransferModel } from '@keyart/insights';
import { ModelVersionsRepository } from '@keyart/db';
import { fitInsights, TRAIT_COUNT, TRAIT_NAMES, type AudienceRow, type InsightRow } from '@keyart/transfer';
import { createRandom } from '@keyart/common';
import { startApi, type ApiFixture } from './support/api-fixture';
import { addTitle, artworkBody } from './support/catalogue.factory';
import { expectProblem } from './support/expect-problem';

const TITLE_IDS = Array.from({ length: 40 }, (_, i) => `film-${i}`);
const [FAMILY, DARK] = ['family', 'dark'].map((name) => TRAIT_NAMES.indexOf(name));

/** Films of an even number are alike, and their dark pictures are taken more; of an odd number, those of families. */
const similarity = {
  similarity: (a: string | number, b: string | number) => (parity(a) === parity(b) ? 0.9 : 0.05),
  neighbours: (title: string | number) =>
    TITLE_IDS.filter((id) => id !== title && parity(id) === parity(title)).map((id) => ({
      ...{ title: id, similarity: 0.9 },
    })),
};

function parity(title: string | number): number {
  return Number(String(title).split('-')[1]) % 2;
}

function slate(): Float64Array[] {
  return [DARK, FAMILY].map((at) => {
    const traits = new Float64Array(TRAIT_COUNT);
    traits[at] = 1;
    return traits;
  });
}

/** Nothing of film-0. */
function log(): (InsightRow & AudienceRow)[] {
  const random = createRandom('priors');
  const pictures = slate();
  return Array.from({ length: 12_000 }, (_, i) => {
    const title = TITLE_IDS[1 + (i % 39)];
    const shownAt = Math.floor(random.next() * 2);
    const chance = parity(title) === shownAt ? 0.35 : 0.15;
    const taste = Float64Array.from({ length: 24 }, () => random.next() - 0.5);
    return {
      ...{ viewer: i % 500, title, region: '', slate: pictures, shownAt, weight: 1, baseline: null, taste },
      ...{ reward: random.next() < chance ? 1 : 0, scenes: [0, 0] },
    };
  });
}

describe('priors of titles over HTTP', () => {
  let api: ApiFixture;

  beforeAll(async () => {
    api = await startApi();
    await addTitle(api, 'film-0', [{}, {}]);
    await addTitle(api, 'film-2', [{}]);
    for (const [i, facets] of [{ dark: 1 }, { family: 1 }].entries())
      await api.call('PUT', `/v1/artworks/film-0-${i}`, { body: artworkBody('film-0', { facets }) });
  });
  afterAll(() => api.close());

  it('says that nothing was learnt yet', async () => {
    expectProblem(await api.call('GET', '/v1/titles/film-0/priors'), 409, 'conflict');
    expectProblem(await api.call('GET', '/v1/titles/nothing/priors'), 404, 'unknown-resource');
  });

  it('tells what is expected of a new title, from whom, and how sure that is', async () => {
    const rows = log();
    const models = new ModelVersionsRepository(api.db.database);
    const sources = { similarity, microGenre: null };
    const version = await new KeepTransferModel({ models, clock: api.clock }).run({
      ...{ rows, sources, titleIds: TITLE_IDS, fit: fitInsights(rows, sources) },
    });
    const { status, body } = await api.call('GET', '/v1/titles/film-0/priors');
    expect(status).toBe(200);
    expect(body).toMatchObject({ modelVersion: version, rowCount: 12_000, isKnown: true, tones: null });
    expect(body.fittedAt).toBe(new Date(api.clock.nowMs()).toISOString());
    const [dark, family] = body.artworks;
    expect(dark.artworkId).toBe('film-0-0');
    // .2 apart in the log
    expect(dark.meanLift).toBeGreaterThan(0.05);
    expect(dark.meanLift).toBeLessThan(0.12);
    expect(dark.meanLift + family.meanLift).toBeCloseTo(0, 9);
    expect(dark.traits.map(({ trait }: { trait: string }) => trait).sort()).toEqual(['dark', 'family']);
    const { similarity: kind, 'micro-genre': other } = body.kinds;
    expect(kind).toMatchObject({ isOn: true, titleCount: 39 });
    expect(kind.effectiveCount).toBeGreaterThan(50);
    expect(kind.donors).toContainEqual(expect.objectContaining({ titleId: 'film-2', similarity: 0.9 }));
    const names = kind.donors.map(({ titleId, name }: { titleId: string; name: string | null }) => [
      titleId,
      name,
    ]);
    expect(
      names.filter(([titleId]: string[]) => titleId !== 'film-2').every(([, name]: string[]) => !name),
    ).toBe(true);
    expect(other).toMatchObject({ isOn: false, donors: [], reason: expect.stringContaining('switched off') });
    expect(body.audience.meanReward).toBeCloseTo(0.25, 1);
  });

  it('has no priors for a title that is newer than the model, and keeps them from those who may not see', async () => {
    await addTitle(api, 'film-99', [{}]);
    const { body } = await api.call('GET', '/v1/titles/film-99/priors');
    expect(body).toMatchObject({ isKnown: false, artworks: [{ meanLift: 0, traits: [] }] });
    expect(body.audience).toMatchObject({ expectedReward: null, leanings: [] });
    const refused = await api.call('GET', '/v1/titles/film-0/priors', { key: 'test-key-events' });
    expectProblem(refused, 403, 'missing-scope');
  });
});
