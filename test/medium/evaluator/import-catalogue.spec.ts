import { rm } from 'node:fs/promises';
import path from 'node:path';
import { runProgram } from '../../../apps/evaluator/src/run-program';
import { aCatalogueFolder, type CatalogueFolder } from '../../factories/catalogue-folder.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

describe('keyart catalog import', () => {
  let test: TestDatabase;
  let folder: CatalogueFolder;
  let said: { out: string; err: string };
  const home = process.env.KEYART_HOME;

  beforeEach(async () => {
    test = await createTestDatabase();
    folder = await aCatalogueFolder();
    process.env.KEYART_HOME = path.join(folder.directory, 'home');
    said = { out: '', err: '' };
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((said.out += String(text))));
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((said.err += String(text))));
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    if (home === undefined) delete process.env.KEYART_HOME;
    else process.env.KEYART_HOME = home;
    await test.drop();
    await folder.dispose();
  });

  const open = async () => ({ url: test.url, stop: () => Promise.resolve() });
  const run = (...more: string[]): Promise<number> =>
    runProgram(['catalog', 'import', folder.directory, ...more], open);

  it('prints counts', async () => {
    expect(await run()).toBe(0);
    expect(said.out).toMatch(/^artworks +3 +0 +0 +0 +0$/m);
    expect(said.err).toContain('import: 3 artworks looked at');
  });

  it('prints JSON alone on standard output', async () => {
    expect(await run('--dry-run', '--json')).toBe(0);
    expect(JSON.parse(said.out)).toMatchObject({ isDryRun: true, artworks: { new: 3 } });
    expect(await run('--json')).toBe(0);
  });

  it('ends with 2 when something was refused, and names it', async () => {
    await folder.write('quay-fire.jpg', Buffer.from('no picture'));
    expect(await run()).toBe(2);
    expect(said.out).toMatch(
      /^refused +quay-fire +titles\[0\]\.artworks\[0\] +file: PICTURE_FORMAT_REFUSED/m,
    );
    expect(said.err).toContain('keyart: artworks refused: 1');
  });

  it('ends with 2 and every fault of a bad manifest', async () => {
    await folder.change(({ titles: [quay] }) => {
      for (let i = 0; i < 8; i++) quay.artworks.push({ artworkId: `bad-${i}` });
    });
    expect(await run()).toBe(2);
    for (let i = 2; i < 10; i++) expect(said.err).toContain(`titles[0].artworks[${i}].file: `);
    expect(said.err).toMatch(/keyart: the manifest is at fault in \d+ places; nothing was imported/);
    expect(await run('--json')).toBe(2);
    expect(JSON.parse(said.out)).toMatchObject({ faults: expect.arrayContaining([expect.anything()]) });
  });

  it('ends with 2 where there is no manifest, or an option is wrong', async () => {
    expect(await run('--duplicates', 'maybe')).toBe(2);
    await rm(path.join(folder.directory, 'manifest.json'));
    expect(await run()).toBe(2);
    expect(said.err).toContain('cannot be read');
  });

  it('ends with 3 where the database is away', async () => {
    const away = async () => ({
      url: 'postgresql://nobody@127.0.0.1:1/none',
      stop: () => Promise.resolve(),
    });
    expect(await runProgram(['catalog', 'import', folder.directory], away)).toBe(3);
    expect(said.err).toContain('keyart: the database cannot be reached');
  });
});
