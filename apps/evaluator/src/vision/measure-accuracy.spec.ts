import path from 'node:path';
import { projectRoot } from '@keyart/common';
import { readArtworkLabels, type LabelledArtwork } from './labels/read-artwork-labels';
import { measureAccuracy } from './measure-accuracy';
import { FakePictureReader } from './picture-reader.fake';
import { aReading } from './picture-reading.factory';
import { renderVisionReport } from './render-vision-report';
import { visionReportOf } from './vision-report';

const FIXTURES = path.join(projectRoot(), 'artwork-fixtures');

/** What somebody who sees as the labels say would answer. */
function readingOf({ label }: LabelledArtwork) {
  const faces = label.faces.filter(({ kind }) => kind === 'human');
  const facets = { [label.facets[0]]: 0.9 };
  return aReading({ faces, hasLettering: label.lettering.present, shotScale: label.shotScale, facets });
}

describe('measureAccuracy', () => {
  let artworks: LabelledArtwork[];

  beforeAll(async () => {
    artworks = await readArtworkLabels(FIXTURES);
  });

  it('finds no fault with a reader that sees what people see', async () => {
    const readings = Object.fromEntries(artworks.map((one) => [one.artwork.artworkId, readingOf(one)]));
    const fractions: number[] = [];
    const onProgress = (fraction: number): void => void fractions.push(fraction);
    const reader = new FakePictureReader(readings);
    const report = visionReportOf(
      await measureAccuracy({ directory: FIXTURES, artworks, reader, onProgress }),
    );
    expect(report.errors).toEqual([]);
    expect(report.floors.every(({ isMet }) => isMet)).toBe(true);
    expect(fractions).toHaveLength(artworks.length);
    expect(fractions.at(-1)).toBe(1);
    const text = renderVisionReport(report, { hasErrors: false });
    expect(text).toMatch(/^painting +37 +1\.00 +0\.91–1\.00/m);
    expect(text).toMatch(/^no-person +0 +0 +0 +35$/m);
    expect(text).not.toContain('missed');
  });

  it('counts everything that a blind reader misses', async () => {
    const blind = aReading({ facets: { lettering: 0.5 } });
    const readings = Object.fromEntries(artworks.map(({ artwork }) => [artwork.artworkId, blind]));
    const reader = new FakePictureReader(readings);
    const report = visionReportOf(await measureAccuracy({ directory: FIXTURES, artworks, reader }));
    const all = report.groups[report.groups.length - 1];
    expect(all).toMatchObject({ group: 'all', pictureCount: 84, faces: { recall: { fraction: 0 } } });
    expect(all.topFacet.accuracy.fraction).toBe(all.topFacet.commonest?.fraction);
    expect(report.floors.filter(({ isMet }) => isMet).map(({ what }) => what)).toEqual([
      'false boxes in 10, photograph',
      'false boxes in 10, render',
      'false boxes in 10, painting',
    ]);
    expect(renderVisionReport(report, { hasErrors: true })).toMatch(
      /sherlock-jr-poster +face +box 0\.30 0\.45.+nothing/,
    );
  });

  it('refuses a picture that is not the labelled one', async () => {
    const [first, second] = artworks;
    const swapped = { ...first, artwork: { ...first.artwork, file: second.artwork.file } };
    const reader = new FakePictureReader({});
    const measuring = measureAccuracy({ directory: FIXTURES, artworks: [swapped], reader });
    await expect(measuring).rejects.toThrow(
      `${first.artwork.artworkId}.sha256: the file's is ${second.artwork.sha256}`,
    );
    const missing = { ...first, artwork: { ...first.artwork, file: 'pictures/none.jpg' } };
    const looking = measureAccuracy({ directory: FIXTURES, artworks: [missing], reader });
    await expect(looking).rejects.toThrow(/manifest\.json: sintel-girl-by-the-fire\.file: .*ENOENT/);
  });
});
