import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { InputError, messageOf } from '@keyart/common';
import { fetchPicture } from '../fetching/fetch-picture';
import { inspectPicture } from '../pictures/inspect-picture';
import type { StoredPicture } from '../pictures/picture-store';
import type { ManifestArtwork } from './artwork-manifest';
import type { CatalogueImport } from './catalogue-import';
import { isAddress } from './picture-file';
import { RowRefusal } from './row-refusal';

/** The bytes of a row's picture and their hash. */
export interface RowFile {
  readonly bytes: Buffer;
  readonly sha256: string;
}

const DECLARED = ['widthPx', 'heightPx', 'sizeBytes'] as const;

/**
 * Reads or fetches the picture of a row.
 * @throws RowRefusal when it is not there, or not the one the manifest means
 */
export async function readRowFile(
  { file, sha256: declared }: ManifestArtwork,
  { directory, fetch }: Pick<CatalogueImport, 'directory' | 'fetch'>,
): Promise<RowFile> {
  const reading = isAddress(file) ? fetchPicture(file, fetch) : readFile(path.resolve(directory, file));
  const bytes = await reading.catch((cause) => {
    throw new RowRefusal('file', messageOf(cause));
  });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (declared && sha256 !== declared)
    throw new RowRefusal('sha256', `the file's is ${sha256}, not ${declared}`);
  return { bytes, sha256 };
}

/**
 * Measures the picture of a row.
 * @throws RowRefusal when it cannot be taken, or is of another size than the manifest says
 */
export async function measureRowPicture(artwork: ManifestArtwork, bytes: Buffer): Promise<StoredPicture> {
  const picture = await inspectPicture(bytes).catch((cause) => {
    if (cause instanceof InputError) throw new RowRefusal('file', `${cause.code}, ${cause.message}`);
    throw cause;
  });
  for (const field of DECLARED) {
    const declared = artwork[field] ?? picture[field];
    if (declared !== picture[field])
      throw new RowRefusal(field, `the file's is ${picture[field]}, not ${declared}`);
  }
  return picture;
}
