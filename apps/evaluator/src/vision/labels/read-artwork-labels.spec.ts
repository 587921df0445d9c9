import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '@keyart/common';
import type { ArtworkLabels } from './artwork-labels';
import { readArtworkLabels } from './read-artwork-labels';

const FIXTURES = path.join(projectRoot(), 'artwork-fixtures');

describe('readArtworkLabels', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'keyart-labels-'));
    for (const name of ['manifest.json', 'pictures'])
      cpSync(path.join(FIXTURES, name), path.join(folder, name), { recursive: true });
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** What is said of the fixtures' labels after a change. */
  function afterChange(change: (labels: ArtworkLabels) => void): Promise<unknown> {
    const labels = JSON.parse(readFileSync(path.join(FIXTURES, 'labels.json'), 'utf8')) as ArtworkLabels;
    change(labels);
    writeFileSync(path.join(folder, 'labels.json'), JSON.stringify(labels));
    return readArtworkLabels(folder);
  }

  it('pairs every fixture picture with its label', async () => {
    const labelled = await readArtworkLabels(FIXTURES);
    expect(labelled).toHaveLength(84);
    expect(labelled.every(({ artwork, label }) => artwork.artworkId === label.artworkId)).toBe(true);
  });

  it.each<[string, (labels: ArtworkLabels) => void]>([
    ['sintel-girl-by-the-fire: has no label', ({ artworks }) => artworks.shift()],
    [
      'artworks[1] (sintel-girl-by-the-fire).artworkId: is labelled twice',
      ({ artworks }) => artworks.splice(1, 1, artworks[0]),
    ],
    [
      'of-another: is not in the manifest',
      ({ artworks }) => artworks.push({ ...artworks[0], artworkId: 'of-another' }),
    ],
    [
      'sintel-girl-by-the-fire.sha256: another picture was labelled',
      ({ artworks }) => (artworks[0].sha256 = '0'.repeat(64)),
    ],
    [
      'artworks[0].medium: must be one of',
      ({ artworks }) => Object.assign(artworks[0], { medium: 'sculpture' }),
    ],
    [
      'artworks[0].faces[0].kind: must be one of',
      ({ artworks }) => Object.assign(artworks[0].faces[0], { kind: 'ghost' }),
    ],
    [
      'artworks[0].faces[0].width: must be a positive number',
      ({ artworks }) => (artworks[0].faces[0].width = 0),
    ],
    ['artworks[0].facets: each value', ({ artworks }) => Object.assign(artworks[0], { facets: ['heroic'] })],
    [
      'artworks[0].lettering: must be an object',
      ({ artworks }) => Object.assign(artworks[0], { lettering: null }),
    ],
    [
      'artworks[0] (sintel-girl-by-the-fire).faces[0]: reaches out of the picture',
      ({ artworks }) => (artworks[0].faces[0].x = 0.95),
    ],
    [
      'artworks[0] (sintel-girl-by-the-fire).lettering.text: must be null exactly without lettering',
      ({ artworks }) => (artworks[0].lettering.present = true),
    ],
    [
      'artworks[0] (sintel-girl-by-the-fire).lettering.title: cannot be read without lettering',
      ({ artworks }) => (artworks[0].lettering.title = true),
    ],
    [
      'artworks[0] (sintel-girl-by-the-fire).shotScale: no-person, but a head of a person is labelled',
      ({ artworks }) => (artworks[0].shotScale = 'no-person'),
    ],
    ['schema: must be equal to artwork-labels/1', (labels) => (labels.schema = 'artwork-labels/2')],
  ])('refuses: %s', async (message, change) => {
    const refusal = expect.objectContaining({
      code: 'BAD_FIXTURE',
      message: expect.stringContaining(message),
    });
    await expect(afterChange(change)).rejects.toEqual(refusal);
    await expect(afterChange(change)).rejects.toThrow('labels.json: ');
  });
});
