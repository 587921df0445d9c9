import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '@keyart/common';
import sharp from 'sharp';

/** What a manifest says, to be changed at will. */
export interface ManifestJson {
  schema: string;
  titles: { titleId: string; artworks: Record<string, unknown>[]; [field: string]: unknown }[];
}

/** A folder to import: two titles, three artworks, real pictures. */
export interface CatalogueFolder {
  readonly directory: string;
  /** Changes the manifest and writes it. */
  change(edit: (manifest: ManifestJson) => void): Promise<void>;
  /** Writes a file beside it. */
  write(file: string, bytes: Buffer): Promise<void>;
  dispose(): Promise<void>;
}

/** A fixture picture as another file: smaller, and encoded anew. */
export function fixturePicture(name: string, widthPx = 320): Promise<Buffer> {
  return sharp(path.join(projectRoot(), `artwork-fixtures/pictures/sintel/${name}.jpg`))
    .resize(widthPx)
    .jpeg()
    .toBuffer();
}

/** An artwork as a manifest lists it, with what must be said of it and nothing more. */
export function manifestArtwork(artworkId: string, more: object = {}): Record<string, unknown> {
  return {
    ...{ artworkId, file: `${artworkId}.jpg`, aspect: '16:9', maturity: '0' },
    ...{ isSpoiler: false, isEditorialDefault: false, reviewState: 'approved', isDrawn: false },
    ...{ origin: 'set photograph', author: 'A. Photographer', licence: 'all rights reserved', ...more },
  };
}

function manifestTitle(titleId: string, artworks: Record<string, unknown>[]) {
  const words = { name: titleId, synopsis: '', genres: ['Drama'], maturity: '0', facets: { drama: 0.5 } };
  return { titleId, ...words, artworks };
}

/** Makes the folder. */
export async function aCatalogueFolder(): Promise<CatalogueFolder> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'keyart-import-'));
  const manifest: ManifestJson = {
    schema: 'artwork-manifest/1',
    titles: [
      manifestTitle('quay', [
        manifestArtwork('quay-fire', { caption: 'A fire.', facets: { drama: 1 }, isEditorialDefault: true }),
        manifestArtwork('quay-hunter'),
      ]),
      manifestTitle('pier', [manifestArtwork('pier-girl', { rightsUntil: '2031-01-01T00:00:00Z' })]),
    ],
  };
  const write = async (file: string, content: Buffer | string): Promise<void> => {
    await mkdir(path.dirname(path.join(directory, file)), { recursive: true });
    await writeFile(path.join(directory, file), content);
  };
  const change = async (edit: (manifest: ManifestJson) => void): Promise<void> => {
    edit(manifest);
    await write('manifest.json', JSON.stringify(manifest));
  };
  await change(() => undefined);
  await write('quay-fire.jpg', await fixturePicture('girl-by-the-fire'));
  await write('quay-hunter.jpg', await fixturePicture('hunter-strikes'));
  await write('pier-girl.jpg', await fixturePicture('girl-close-up'));
  return { directory, change, write, dispose: () => rm(directory, { recursive: true }) };
}
