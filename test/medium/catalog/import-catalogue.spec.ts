import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import {
  BadManifestError,
  FolderPictureStore,
  importCatalogue,
  type CatalogueImport,
  type ImportReport,
} from '@keyart/catalog';
import { DependencyError, projectRoot } from '@keyart/common';
import { ArtworksRepository, TitlesRepository } from '@keyart/db';
import { isFacet } from '@keyart/features';
import {
  aCatalogueFolder,
  fixturePicture,
  manifestArtwork,
  type CatalogueFolder,
} from '../../factories/catalogue-folder.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

describe('importCatalogue', () => {
  let test: TestDatabase;
  let folder: CatalogueFolder;
  let store: FolderPictureStore;
  let artworks: ArtworksRepository;
  let titles: TitlesRepository;

  beforeEach(async () => {
    test = await createTestDatabase();
    folder = await aCatalogueFolder();
    store = new FolderPictureStore(path.join(folder.directory, 'store'));
    artworks = new ArtworksRepository(test.database);
    titles = new TitlesRepository(test.database);
  });
  afterEach(async () => {
    await test.drop();
    await folder.dispose();
  });

  const run = (more: Partial<CatalogueImport> = {}): Promise<ImportReport> =>
    importCatalogue({
      ...{ directory: folder.directory, repositories: { artworks, titles }, store, isFacet },
      fetch: { allowedHosts: [] },
      ...more,
    });

  const outcomes = ({ rows }: ImportReport): Record<string, string> =>
    Object.fromEntries(rows.map(({ artworkId, outcome }) => [artworkId, outcome]));

  it('imports everything, and again nothing', async () => {
    const fractions: number[] = [];
    const report = await run({ onProgress: (fraction) => fractions.push(fraction) });
    expect(report).toMatchObject({
      titles: { new: 2, changed: 0, unchanged: 0 },
      artworks: { new: 3, changed: 0, unchanged: 0, duplicate: 0, refused: 0 },
    });
    expect(fractions).toEqual([1 / 3, 2 / 3, 1]);
    const stored = await artworks.all();
    expect(stored).toHaveLength(3);
    for (const { sha256, perceptualHash } of stored) {
      expect(await store.read(sha256 as string)).not.toHaveLength(0);
      expect(perceptualHash).toMatch(/^[0-9a-f]{16}$/);
    }
    expect(await artworks.findById('quay-hunter')).toMatchObject({ caption: '', facets: {}, locale: null });
    expect((await run()).artworks).toMatchObject({ new: 0, changed: 0, unchanged: 3 });
    expect(await artworks.all()).toEqual(stored);
  });

  it('takes the manifest of the guide', async () => {
    const guide = await readFile(path.join(projectRoot(), 'docs/guides/add-your-artwork.md'), 'utf8');
    await folder.write('manifest.json', Buffer.from(/```json\n([^]*?)```/.exec(guide)?.[1] ?? ''));
    await folder.write('pictures/couple.jpg', await fixturePicture('girl-by-the-fire'));
    expect(outcomes(await run())).toEqual({ 'my-film-couple': 'new' });
  });

  it('says beforehand what it will do, and does nothing by that', async () => {
    const dry = await run({ isDryRun: true });
    expect(await titles.count()).toBe(0);
    const { isDryRun, ...report } = await run();
    expect({ isDryRun: !isDryRun, ...report }).toEqual(dry);
  });

  it('changes what changed', async () => {
    await run();
    await folder.change(({ titles: [quay, pier] }) => {
      quay.synopsis = 'New words.';
      quay.artworks[0].caption = 'Another fire.';
      pier.artworks[0].reviewState = 'candidate';
    });
    await folder.write('quay-hunter.jpg', await fixturePicture('girl-close-up'));
    const before = await artworks.findById('quay-hunter');
    const report = await run();
    expect(report.titles).toEqual({ new: 0, changed: 1, unchanged: 1 });
    expect(report.artworks).toMatchObject({ changed: 3, unchanged: 0 });
    expect((await titles.findById('quay'))?.synopsis).toBe('New words.');
    expect(await artworks.findById('quay-fire')).toMatchObject({ caption: 'Another fire.', widthPx: 320 });
    expect((await artworks.findById('quay-hunter'))?.sha256).not.toBe(before?.sha256);
  });

  it('does not read files whose hash says that they are stored', async () => {
    const bytes = await fixturePicture('girl-close-up');
    await folder.change(({ titles: [, pier] }) => {
      pier.artworks[0].sha256 = createHash('sha256').update(bytes).digest('hex');
    });
    await run();
    await folder.write('pier-girl.jpg', Buffer.from('spoilt'));
    expect(outcomes(await run())['pier-girl']).toBe('unchanged');
  });

  it('puts pictures back that the store has lost', async () => {
    await run();
    await rm(path.join(folder.directory, 'store'), { recursive: true });
    expect((await run()).artworks.changed).toBe(3);
    expect((await run()).artworks.unchanged).toBe(3);
  });

  it('passes over duplicates within a title and an aspect, and says of what', async () => {
    await folder.write('copy.jpg', await fixturePicture('girl-by-the-fire', 480));
    await folder.change(({ titles: [quay, pier] }) => {
      quay.artworks.push(manifestArtwork('quay-copy', { file: 'copy.jpg' }));
      quay.artworks.push(manifestArtwork('quay-tall', { file: 'copy.jpg', aspect: '2:3' }));
      pier.artworks.push(manifestArtwork('pier-copy', { file: 'copy.jpg' }));
    });
    const expected = { 'quay-copy': 'duplicate', 'quay-tall': 'new', 'pier-copy': 'new' };
    for (const isDryRun of [true, false]) {
      const report = await run({ isDryRun });
      expect(outcomes(report)).toMatchObject(expected);
      expect(report.rows.find(({ outcome }) => outcome === 'duplicate')).toMatchObject({
        place: 'titles[0].artworks[2]',
        detail: expect.stringMatching(/^quay-fire has nearly this picture|^quay-fire has this picture/),
      });
    }
    expect(await artworks.findById('quay-copy')).toBeNull();
    expect(outcomes(await run({ allowsDuplicates: true }))['quay-copy']).toBe('new');
  });

  it('refuses pictures that cannot be taken, and imports the others', async () => {
    await folder.write('quay-fire.jpg', Buffer.from('<svg/>'));
    await folder.change(({ titles: [quay] }) => {
      quay.artworks[1].sha256 = 'ab'.repeat(32);
    });
    const report = await run();
    expect(outcomes(report)).toEqual({
      'quay-fire': 'refused',
      'quay-hunter': 'refused',
      'pier-girl': 'new',
    });
    const [fire, hunter] = report.rows.map(({ detail }) => detail);
    expect(fire).toMatch(/^file: PICTURE_FORMAT_REFUSED, the file is an SVG drawing/);
    expect(hunter).toMatch(/^sha256: the file's is [0-9a-f]{64}, not abab/);
    expect(await artworks.all()).toHaveLength(1);
  });

  it('refuses an artwork of another title', async () => {
    await run();
    await folder.change(({ titles: [quay, pier] }) => {
      pier.artworks.push(...quay.artworks.splice(1, 1));
    });
    expect((await run()).rows.at(-1)).toMatchObject({
      outcome: 'refused',
      detail: 'artworkId: belongs to the title quay',
    });
  });

  it('goes on where a run broke off, and tells of pictures that nobody has read', async () => {
    const told: string[] = [];
    const onPictureStored = async (artworkId: string): Promise<void> => {
      if (told.length === 2) throw new DependencyError('QUEUE_UNAVAILABLE', 'gone', true);
      told.push(artworkId);
    };
    await expect(run({ onPictureStored })).rejects.toMatchObject({ code: 'QUEUE_UNAVAILABLE' });
    const again: string[] = [];
    const report = await run({ onPictureStored: async (artworkId) => void again.push(artworkId) });
    expect(report.artworks.refused).toBe(0);
    expect(again.sort()).toEqual(['pier-girl', 'quay-fire', 'quay-hunter']);
  });

  it('fetches pictures at addresses', async () => {
    const bytes = await fixturePicture('girl-by-the-fire');
    const server = createServer((request, response) =>
      request.url === '/fire.jpg'
        ? response.writeHead(200, { 'content-type': 'image/jpeg' }).end(bytes)
        : response.writeHead(404).end(),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    await folder.change(({ titles: [quay] }) => {
      quay.artworks[0].file = `http://${host}/fire.jpg`;
      quay.artworks[1].file = `http://${host}/hunter.jpg`;
    });
    await expect(run()).rejects.toMatchObject({ code: 'BAD_MANIFEST' });
    const report = await run({ fetch: { allowedHosts: [host] } });
    server.close();
    expect(outcomes(report)).toMatchObject({ 'quay-fire': 'new', 'quay-hunter': 'refused' });
    expect(report.rows[1].detail).toBe('file: the picture could not be fetched: the answer was 404');
  });

  it('lists every fault of a manifest before it does anything', async () => {
    await folder.change(({ titles: [quay, pier] }) => {
      quay.maturity = '99';
      quay.facets = { drama: 1, nonsense: 1 };
      delete quay.artworks[0].isSpoiler;
      quay.artworks[0].isSpolier = false;
      quay.artworks[1].file = 'missing.jpg';
      quay.artworks[1].facets = { nonsense: 1 };
      pier.artworks[0].rightsFrom = '2032-01-01T00:00:00Z';
      pier.artworks.push(manifestArtwork('quay-hunter', { file: '../secret.jpg', reviewReason: 'rights' }));
      pier.artworks.push(manifestArtwork('pier-url', { file: 'http://10.0.0.1/x.jpg' }));
    });
    const error: unknown = await run().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(BadManifestError);
    const { faults } = error as BadManifestError;
    expect(faults.map(({ place }) => place).sort()).toEqual([
      'titles[0].artworks[0].isSpoiler',
      'titles[0].artworks[0].isSpolier',
      'titles[0].artworks[1].facets.nonsense',
      'titles[0].artworks[1].file',
      'titles[0].maturity',
      'titles[1].artworks[0].rightsUntil',
      'titles[1].artworks[1].artworkId',
      'titles[1].artworks[1].file',
      'titles[1].artworks[1].reviewReason',
      'titles[1].artworks[2].file',
    ]);
    expect(await titles.count()).toBe(0);
  });
});
