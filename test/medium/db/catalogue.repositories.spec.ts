import { NotFoundError } from '@keyart/common';
import { ArtworksRepository, TitlesRepository } from '@keyart/db';
import { anArtwork, aTitle } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const PICTURE = {
  sha256: 'f'.repeat(64),
  widthPx: 1280,
  heightPx: 720,
  sizeBytes: 90_000,
  mediaType: 'image/webp',
};

describe('catalogue repositories', () => {
  let test: TestDatabase;
  let titles: TitlesRepository;
  let artworks: ArtworksRepository;
  beforeAll(async () => {
    test = await createTestDatabase();
    titles = new TitlesRepository(test.database);
    artworks = new ArtworksRepository(test.database);
  });
  afterAll(() => test.drop());
  beforeEach(() => test.database.pool.query('TRUNCATE title CASCADE'));

  it('returns a title as stored, and as replaced', async () => {
    await titles.upsert(aTitle());
    expect(await titles.findById('night-train')).toEqual(aTitle());
    const replaced = aTitle({
      year: null,
      genres: [],
      facets: {},
      synopsis: "Robert'); DROP TABLE title;--",
    });
    await titles.upsert(replaced);
    expect(await titles.findById('night-train')).toEqual(replaced);
    expect(await titles.count()).toBe(1);
  });

  it('finds nothing for unknown ids', async () => {
    expect(await titles.findById('none')).toBeNull();
    expect(await artworks.findById('none')).toBeNull();
    expect(await artworks.listByTitle('none')).toEqual([]);
  });

  it('pages titles by id without gaps or repetition', async () => {
    for (const titleId of ['c', 'a', 'e', 'b', 'd']) await titles.upsert(aTitle({ titleId }));
    const first = await titles.list({ limit: 2 });
    const second = await titles.list({ limit: 2, after: first[1].titleId });
    const third = await titles.list({ limit: 2, after: second[1].titleId });
    expect([...first, ...second, ...third]).toEqual(await titles.all());
    expect(third.map((title) => title.titleId)).toEqual(['e']);
  });

  it('returns artworks as stored, by id', async () => {
    await titles.upsert(aTitle());
    const plain = anArtwork({ artworkId: 'b', rightsFrom: null, locale: null });
    const pictured = anArtwork({ artworkId: 'a', ...PICTURE });
    await artworks.upsert(plain);
    await artworks.upsert(pictured);
    expect(await artworks.all()).toEqual([pictured, plain]);
    expect(await artworks.listByTitle('night-train')).toEqual([pictured, plain]);
    expect(await artworks.findById('b')).toEqual(plain);
  });

  it('keeps the attached picture when the record is replaced without one', async () => {
    await titles.upsert(aTitle());
    await artworks.upsert(anArtwork());
    await artworks.attachPicture('night-train-platform', PICTURE);
    await artworks.upsert(anArtwork({ caption: 'reworded' }));
    expect(await artworks.findById('night-train-platform')).toEqual(
      anArtwork({ caption: 'reworded', ...PICTURE }),
    );
  });

  it('attaches a picture unless something among the title’s artworks speaks against it', async () => {
    await titles.upsert(aTitle());
    for (const artworkId of ['a', 'b']) await artworks.upsert(anArtwork({ artworkId }));
    const target = { artworkId: 'a', titleId: 'night-train' };
    const seen: string[] = [];
    const objection = await artworks.attachPictureUnless(target, PICTURE, (ofTitle) => {
      seen.push(...ofTitle.map(({ artworkId }) => artworkId));
      return 'no';
    });
    expect({ objection, seen }).toEqual({ objection: 'no', seen: ['a', 'b'] });
    expect((await artworks.findById('a'))?.sha256).toBeNull();
    expect(await artworks.attachPictureUnless(target, PICTURE, () => null)).toBeNull();
    expect(await artworks.findById('a')).toEqual(anArtwork({ artworkId: 'a', ...PICTURE }));
    const unknown = { ...target, artworkId: 'none' };
    await expect(artworks.attachPictureUnless(unknown, PICTURE, () => null)).rejects.toMatchObject({
      code: 'UNKNOWN_ARTWORK',
    });
  });

  it('decides on pictures of a title one after another', async () => {
    await titles.upsert(aTitle());
    const ids = ['a', 'b', 'c', 'd'];
    for (const artworkId of ids) await artworks.upsert(anArtwork({ artworkId }));
    const attach = (artworkId: string): Promise<boolean | null> =>
      artworks.attachPictureUnless({ artworkId, titleId: 'night-train' }, PICTURE, (ofTitle) =>
        ofTitle.some(({ sha256 }) => sha256 !== null) ? true : null,
      );
    const objections = await Promise.all(ids.map(attach));
    expect(objections.filter((one) => one === null)).toHaveLength(1);
  });

  it('refuses artworks of unknown titles and pictures of unknown artworks', async () => {
    await expect(artworks.upsert(anArtwork())).rejects.toMatchObject({ code: 'UNKNOWN_TITLE' });
    await expect(artworks.upsert(anArtwork())).rejects.toBeInstanceOf(NotFoundError);
    await expect(artworks.attachPicture('none', PICTURE)).rejects.toMatchObject({ code: 'UNKNOWN_ARTWORK' });
  });

  it('refuses to lose the title of an artwork', async () => {
    await titles.upsert(aTitle());
    await artworks.upsert(anArtwork());
    await expect(test.database.pool.query('DELETE FROM title')).rejects.toThrow(/artwork_title_id_fkey/);
  });

  it('counts every change as a new version, also those by hand and within one millisecond', async () => {
    const changes = [
      () => titles.upsert(aTitle()),
      () => titles.upsert(aTitle({ year: 1949 })),
      () => artworks.upsert(anArtwork()),
      () => artworks.attachPicture('night-train-platform', PICTURE),
      () => test.database.pool.query(`UPDATE artwork SET review_state = 'rejected'`),
      () => test.database.pool.query('DELETE FROM artwork'),
      () => test.database.pool.query('TRUNCATE title CASCADE'),
    ];
    const versions = [await artworks.latestChange()];
    for (const change of changes) {
      await change();
      versions.push(await artworks.latestChange());
    }
    expect(new Set(versions).size).toBe(changes.length + 1);
    expect(await artworks.latestChange()).toBe(versions.at(-1));
  });

  it('shows no new version before the change is committed', async () => {
    const before = await artworks.latestChange();
    const client = await test.database.pool.connect();
    await client.query('BEGIN');
    await client.query('DELETE FROM title');
    expect(await artworks.latestChange()).toBe(before);
    await client.query('ROLLBACK');
    client.release();
    expect(await artworks.latestChange()).toBe(before);
  });
});
