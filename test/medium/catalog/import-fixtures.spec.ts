import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { FolderPictureStore, importFixtures, type FixtureCounts } from '@keyart/catalog';
import { ArtworksRepository, MembersRepository, TitlesRepository } from '@keyart/db';
import { isFacet } from '@keyart/features';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const FIXTURES = path.resolve(__dirname, '../../../artwork-fixtures');

interface JsonFile {
  [field: string]: unknown;
}

describe('importFixtures', () => {
  let test: TestDatabase;
  let folder: string;
  beforeAll(async () => {
    test = await createTestDatabase();
  });
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'keyart-fixtures-'));
    await cp(FIXTURES, path.join(folder, 'artwork-fixtures'), { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true }));
  afterAll(() => test.drop());

  const run = (onProgress?: (fraction: number) => void): Promise<FixtureCounts> =>
    importFixtures({
      directory: path.join(folder, 'artwork-fixtures'),
      repositories: {
        titles: new TitlesRepository(test.database),
        artworks: new ArtworksRepository(test.database),
        members: new MembersRepository(test.database),
      },
      store: new FolderPictureStore(path.join(folder, 'store')),
      onProgress,
    });

  /** Changes one value of a JSON fixture, e.g. at `titles.3.artworks.1.sha256`. */
  async function spoil(file: string, place: string, value: unknown): Promise<void> {
    const full = path.join(folder, 'artwork-fixtures', file);
    const json = JSON.parse(await readFile(full, 'utf8')) as JsonFile;
    const steps = place.split('.');
    const last = steps.pop() as string;
    const parent = steps.reduce<JsonFile>((at, step) => at[step] as JsonFile, json);
    parent[last] = value;
    await writeFile(full, JSON.stringify(json));
  }

  it('loads the real fixtures, and again without a change', async () => {
    const fractions: number[] = [];
    const counts = await run((fraction) => fractions.push(fraction));
    const artworks = new ArtworksRepository(test.database);
    expect(counts.titles).toBeGreaterThanOrEqual(8);
    expect(counts.artworks).toBeGreaterThanOrEqual(30);
    expect(counts.members).toBe(6);
    expect(await artworks.all()).toHaveLength(counts.artworks);
    expect(await new TitlesRepository(test.database).count()).toBe(counts.titles);
    expect(fractions.at(-1)).toBe(1);
    for (const { perceptualHash, blurhash, dominantColour, facets } of await artworks.all()) {
      expect(Object.keys(facets).filter((name) => !isFacet(name))).toEqual([]);
      expect(perceptualHash).toMatch(/^[0-9a-f]{16}$/);
      expect(blurhash).toHaveLength(28);
      expect(dominantColour).toMatch(/^#[0-9a-f]{6}$/);
    }
    const before = await artworks.all();
    expect(await run()).toEqual(counts);
    expect(await artworks.all()).toEqual(before);
  }, 120_000);

  it.each([
    [
      'manifest.json',
      'titles.3.artworks.1.sha256',
      'f'.repeat(64),
      "manifest.json: titles[3].artworks[1].sha256: the file's is",
    ],
    [
      'manifest.json',
      'titles.3.artworks.1.sha256',
      7,
      'manifest.json: titles[3].artworks[1].sha256: must be 64 hex',
    ],
    ['manifest.json', 'titles.0.artworks.0.widthPx', 301, "titles[0].artworks[0].widthPx: the file's is"],
    ['manifest.json', 'titles.0.artworks.0.aspect', '5:4', 'titles[0].artworks[0].aspect: must be one of'],
    ['manifest.json', 'titles.0.artworks.0.facets', { war: 2 }, 'titles[0].artworks[0].facets: must map'],
    [
      'manifest.json',
      'titles.0.artworks.0.file',
      '../../secret.jpg',
      'titles[0].artworks[0].file: lies outside',
    ],
    ['manifest.json', 'titles.0.artworks.0.file', 'none.jpg', 'titles[0].artworks[0].file: '],
    ['manifest.json', 'titles.1.titleId', 'sintel', 'titles[1].titleId: sintel occurs twice'],
    ['manifest.json', 'schema', 'artwork-manifest/2', 'manifest.json: schema: must be equal to'],
    [
      'viewers.json',
      'viewers.2.history.0.rating',
      9,
      'viewers.json: viewers[2].history[0].rating: must not be greater',
    ],
    [
      'viewers.json',
      'viewers.0.surface.device',
      'fridge',
      'viewers.json: viewers[0].surface.device: must be one of',
    ],
    ['viewers.json', 'viewers', {}, 'viewers.json: viewers: '],
  ])('names what is wrong: %s %s', async (...[file, place, value, message]) => {
    await spoil(file, place, value);
    const error = await run().catch((cause: unknown) => cause);
    expect(error).toMatchObject({ code: expect.stringMatching(/^BAD_(MANIFEST|FIXTURE)$/) });
    expect((error as Error).message).toContain(message);
    expect((error as Error).message).toMatch(/^artwork-fixtures\//);
  });

  it.each([
    ['no JSON', '{"schema":', 'manifest.json: is no JSON'],
    ['no object', '[]', 'manifest.json: is no JSON object'],
  ])('refuses a manifest that is %s', async (_, text, message) => {
    await writeFile(path.join(folder, 'artwork-fixtures/manifest.json'), text);
    await expect(run()).rejects.toThrow(message);
  });

  it('says which file is missing', async () => {
    await rm(path.join(folder, 'artwork-fixtures/viewers.json'));
    await expect(run()).rejects.toThrow('artwork-fixtures/viewers.json: cannot be read');
  });
});
