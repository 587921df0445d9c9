import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ARTWORK_MANIFEST_FILE, badFixture, type ManifestArtwork } from '@keyart/catalog';
import { messageOf } from '@keyart/common';

/**
 * The file of a manifest entry.
 * @param directory folder of the manifest
 * @throws CatalogInputError `BAD_FIXTURE` when it is missing or another than the manifest's
 */
export async function readFixturePicture(directory: string, artwork: ManifestArtwork): Promise<Buffer> {
  const manifest = path.join(directory, ARTWORK_MANIFEST_FILE);
  const bytes = await readFile(path.join(directory, artwork.file)).catch((cause) => {
    throw badFixture(manifest, `${artwork.artworkId}.file: ${messageOf(cause)}`);
  });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 === artwork.sha256) return bytes;
  throw badFixture(manifest, `${artwork.artworkId}.sha256: the file's is ${sha256}, not ${artwork.sha256}`);
}
