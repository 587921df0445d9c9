import { randomUUID } from 'node:crypto';
import type { TitleMapEntryRecord } from '@keyart/contracts';
import { SynopsisEmbeddingsRepository, TitleMapsRepository, type NewTitleMap } from '@keyart/db';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const AT = new Date('2026-03-01T02:00:00Z');
const later = (minutes: number): Date => new Date(AT.getTime() + minutes * 60_000);

const mapOf = (version: string): NewTitleMap => ({
  ...{ version, sourceHash: `of-${version}`, seed: 's', blocks: ['facts'], textModel: null, titleCount: 2 },
  communities: [{ level: 1, community: 0, label: 'war', titleCount: 2, x: 0, y: 0.5 }],
  createdAt: AT,
});

const similarTo = (titleId: string) => ({
  ...{ titleId, similarity: 0.5 },
  reasons: { shared: { genre: ['war'] }, words: ['"село"'], closeness: { facts: 0.5 } },
});

const ENTRIES: TitleMapEntryRecord[] = [
  {
    ...{ titleId: 'a', name: "A 'b' \\ «ц»", year: null, x: 0.1, y: -2, communities: [0, 1] },
    similar: [similarTo('b'), similarTo('c')],
  },
  { titleId: 'b', name: 'B', year: 1999, x: 0, y: 3, communities: [0, 0], similar: [similarTo('a')] },
  { titleId: 'c', name: 'C', year: 2000, x: 1, y: 1, communities: [1, 2], similar: [] },
];

describe('TitleMapsRepository', () => {
  let test: TestDatabase;
  let maps: TitleMapsRepository;
  beforeEach(async () => {
    test = await createTestDatabase();
    maps = new TitleMapsRepository(test.database);
  });
  afterEach(() => test.drop());

  it('shows a map once it is published, as it was saved', async () => {
    const saved: number[] = [];
    await maps.save(mapOf('m1'), ENTRIES, (count) => saved.push(count));
    expect(saved).toEqual([3]);
    expect(await maps.newest()).toBeNull();
    expect(await maps.find('m1')).toBeNull();
    await maps.publish('m1', later(1));
    expect(await maps.newest()).toEqual({ ...mapOf('m1'), publishedAt: later(1) });
    expect(await maps.points('m1')).toEqual(
      ENTRIES.map(({ titleId, name, year, x, y, communities }) => ({
        titleId,
        name,
        year,
        x,
        y,
        communities,
      })),
    );
    expect(await maps.entries('m1', 1)).toEqual(
      ENTRIES.map((entry) => ({ ...entry, similar: entry.similar.slice(0, 1) })),
    );
    expect(await maps.similarTo('m1', 'a')).toEqual([
      { ...similarTo('b'), name: 'B', year: 1999 },
      { ...similarTo('c'), name: 'C', year: 2000 },
    ]);
    expect(await maps.similarTo('m1', 'c')).toEqual([]);
    expect(await maps.similarTo('m1', 'gone')).toBeNull();
  });

  it('goes on after a save that stopped half way, and leaves a published version alone', async () => {
    await maps.save(mapOf('m1'), ENTRIES.slice(0, 1));
    await maps.save(mapOf('m1'), ENTRIES);
    await maps.publish('m1', later(1));
    await maps.save(mapOf('m1'), []);
    expect(await maps.points('m1')).toHaveLength(3);
  });

  it('keeps the last so many, and shows the one published last', async () => {
    for (const [i, version] of ['m1', 'm2', 'm3'].entries()) {
      await maps.save(mapOf(version), ENTRIES);
      await maps.publish(version, later(i));
    }
    await maps.save(mapOf('half'), ENTRIES);
    await maps.publish('m1', later(9));
    expect(await maps.deleteOld(2)).toBe(2);
    expect((await maps.list(9)).map(({ version }) => version)).toEqual(['m1', 'm3']);
    expect(await maps.points('m2')).toEqual([]);
  });

  it('gives the right to rebuild to one at a time, until it is given back or over', async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    expect(await maps.claim(one, 60_000)).toBe(true);
    expect(await maps.claim(other, 60_000)).toBe(false);
    expect(await maps.claim(one, 60_000)).toBe(true);
    await maps.release(other);
    expect(await maps.claim(other, 60_000)).toBe(false);
    await maps.release(one);
    expect(await maps.claim(other, -1)).toBe(true);
    expect(await maps.claim(one, 60_000)).toBe(true);
  });
});

describe('SynopsisEmbeddingsRepository', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
  });
  afterAll(() => test.drop());

  it('keeps vectors bit for bit, by model', async () => {
    const embeddings = new SynopsisEmbeddingsRepository(test.database);
    const [a, b] = [new Float32Array([0.1, -2e-30]), new Float32Array([1, 0])];
    const made = [
      { hash: 'a', vector: a },
      { hash: 'b', vector: b },
    ];
    await embeddings.saveMany('model/1', made, AT);
    await embeddings.saveMany('model/0', [{ hash: 'a', vector: b }], AT);
    await embeddings.saveMany('model/1', [], AT);
    expect(await embeddings.find('model/1', ['a', 'c'])).toEqual(new Map([['a', a]]));
    expect(await embeddings.deleteOthers('model/1', ['a'])).toBe(2);
    expect(await embeddings.find('model/0', ['a'])).toEqual(new Map());
  });
});
