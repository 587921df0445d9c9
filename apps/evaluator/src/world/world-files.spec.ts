import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { TemporaryFolder } from '@keyart/common';
import { buildWorld, DEFAULT_KNOBS, DEFAULT_SETTINGS, generateSource } from '@keyart/simulation';
import { readSource } from './read-source';
import { readWorld, writeWorld } from './world-files';

const SOURCE = generateSource('files');
const WORLD = buildWorld(SOURCE, { ...DEFAULT_SETTINGS, titleCount: 60, knobs: DEFAULT_KNOBS });

describe('world files', () => {
  let folder: TemporaryFolder;
  beforeEach(async () => {
    folder = await TemporaryFolder.make('world-files');
    await writeWorld(folder.path, WORLD);
  });
  afterEach(() => folder.remove());

  const linesOf = async (name: string): Promise<Record<string, unknown>[]> =>
    (await readFile(path.join(folder.path, name), 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  it('hold the same world', async () => {
    const { titles, viewers } = await readWorld(folder.path);
    expect(titles).toEqual(WORLD.titles);
    expect(viewers).toEqual(WORLD.viewers);
  });

  it('keep the truth out of what a service knows', async () => {
    expect(Object.keys((await linesOf('artworks.jsonl'))[0]).sort()).toEqual(
      ['artworkId', 'caption', 'isEditorialDefault', 'titleId'].sort(),
    );
    expect(await linesOf('truth/artworks.jsonl')).toHaveLength((await linesOf('artworks.jsonl')).length);
    expect((await linesOf('titles.jsonl')).some(({ isHeldOut }) => isHeldOut)).toBe(true);
    expect((await linesOf('viewers.jsonl')).some(({ isHeldOut }) => isHeldOut)).toBe(true);
  });

  it('are refused by name where the source was changed, a file is missing or of another schema', async () => {
    const source = path.join(folder.path, 'source.json');
    await writeFile(source, JSON.stringify({ ...SOURCE, name: 'another' }));
    await expect(readWorld(folder.path)).rejects.toThrow(`${source}: is not the source`);
    await writeFile(path.join(folder.path, 'world.json'), '{"schema":"world/9"}');
    await expect(readWorld(folder.path)).rejects.toThrow('schema is world/9');
    await expect(readWorld(path.join(folder.path, 'nowhere'))).rejects.toThrow('nowhere/world.json');
  });

  it('name a data folder that is not there', async () => {
    const { path: here } = folder;
    await expect(readSource({ movielens: here, tmdb: here, wikipedia: here })).rejects.toThrow(
      `--movielens: ${path.join(here, 'movies.csv')} is not there`,
    );
  });
});
