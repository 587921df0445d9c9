import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '@keyart/common';
import { runProgram } from '../../../apps/evaluator/src/run-program';
import type { ArtworkLabel, ArtworkLabels } from '../../../apps/evaluator/src/vision/labels/artwork-labels';

const FIXTURES = path.join(projectRoot(), 'artwork-fixtures');
const TITLE_ID = 'sintel';
const ARTWORK_ID = 'sintel-poster';

interface Manifest {
  readonly titles: readonly {
    readonly titleId: string;
    readonly artworks: readonly { artworkId: string }[];
  }[];
}

async function readJson<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(path.join(FIXTURES, file), 'utf8')) as T;
}

const noDatabase = (): never => {
  throw new Error('asked for a database');
};

describe('keyart vision evaluate', () => {
  let folder: string;
  let label: ArtworkLabel;
  let [printed, said] = ['', ''];

  /** A fixture folder of one picture, labelled as it is but for the changes. */
  async function labelled(changes: Partial<ArtworkLabel> = {}): Promise<void> {
    const labels = { schema: 'artwork-labels/1', artworks: [{ ...label, ...changes }] };
    await writeFile(path.join(folder, 'labels.json'), JSON.stringify(labels));
  }

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'keyart-vision-'));
    await cp(path.join(FIXTURES, 'pictures', TITLE_ID), path.join(folder, 'pictures', TITLE_ID), {
      recursive: true,
    });
    const manifest = await readJson<Manifest>('manifest.json');
    const titles = manifest.titles
      .filter(({ titleId }) => titleId === TITLE_ID)
      .map((title) => ({
        ...title,
        artworks: title.artworks.filter(({ artworkId }) => artworkId === ARTWORK_ID),
      }));
    await writeFile(path.join(folder, 'manifest.json'), JSON.stringify({ ...manifest, titles }));
    const { artworks } = await readJson<ArtworkLabels>('labels.json');
    label = artworks.filter(({ artworkId }) => artworkId === ARTWORK_ID)[0];
  });

  beforeEach(() => {
    [printed, said] = ['', ''];
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => (printed += String(text)) !== '');
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => (said += String(text)) !== '');
  });

  afterEach(() => jest.restoreAllMocks());
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const evaluate = (...options: string[]) =>
    runProgram(['vision', 'evaluate', folder, ...options], noDatabase);

  it('reads the picture with the real models and prints nothing but JSON', async () => {
    await labelled();
    expect(await evaluate('--json', '--gate')).toBe(0);
    const report = JSON.parse(printed) as Record<string, unknown>;
    expect(Object.keys(report)).toEqual(['groups', 'floors']);
    expect(report).toMatchObject({
      groups: [{ group: 'render', faces: { recall: { hitCount: 1, totalCount: 1 } } }, { group: 'all' }],
    });
    expect(said).toContain('pictures: 1 read');
  });

  it('refuses a medium that no picture has', async () => {
    await labelled();
    expect(await evaluate('--medium', 'photograph')).toBe(2);
    expect(said).toContain('--medium photograph: there is no such picture');
  });

  it('fails the gate and lists the errors where a label says otherwise', async () => {
    await labelled({ lettering: { present: false, title: false, text: null } });
    expect(await evaluate('--errors', '--gate', '--no-captions')).toBe(1);
    expect(printed).toMatch(/^lettering present or absent +0\.00 +at least 0\.90 +missed$/m);
    expect(printed).toMatch(/^sintel-poster +lettering +absent +present$/m);
    expect(said).toMatch(/^keyart: below the floor: lettering present or absent/m);
  });
});
