import { isDeepStrictEqual } from 'node:util';
import { NotFoundError } from '@keyart/common';
import type { ArtworkRecord } from '@keyart/contracts';
import { findDuplicate, type DuplicatePicture } from '../duplicates/find-duplicate';
import { givePicture } from '../intake/give-picture';
import type { PictureStore, StoredPicture } from '../pictures/picture-store';
import { artworkRecordOf, withoutPicture } from '../records/artwork-record-of';
import type { CatalogueImport } from './catalogue-import';
import type { ArtworkOutcome } from './import-report';
import type { ArtworkRow } from './manifest-row';
import { measureRowPicture, readRowFile } from './read-row-picture';
import { RowRefusal } from './row-refusal';

/** What became of a row, and the title's artworks after it. */
export interface ArtworkImport {
  readonly outcome: ArtworkOutcome;
  readonly detail: string | null;
  readonly ofTitle: readonly ArtworkRecord[];
}

/** A picture that is not the artwork's yet. */
interface NewPicture {
  readonly bytes: Buffer;
  readonly picture: StoredPicture;
}

/**
 * Imports one artwork, or says what that would do.
 * @param ofTitle the title's artworks as they are, or would be by now
 * @throws RowRefusal
 */
export async function importArtwork(
  row: ArtworkRow,
  ofTitle: readonly ArtworkRecord[],
  options: CatalogueImport,
): Promise<ArtworkImport> {
  const known = ofTitle.find(({ artworkId }) => artworkId === row.artwork.artworkId) ?? null;
  if (!known) await requireNotElsewhere(row, options);
  const record = artworkRecordOf(row.artwork.artworkId, { ...row.artwork, titleId: row.titleId }, known);
  const given = await newPictureOf(row, known, options);
  const found = given && !options.allowsDuplicates ? findDuplicate(given.picture, record, ofTitle) : null;
  const hasChanged = given !== null || !isDeepStrictEqual(record, known);
  const duplicate = found ?? (await write({ record, given, hasChanged }, options));
  if (duplicate) return { outcome: 'duplicate', detail: describeDuplicate(duplicate), ofTitle };
  const others = ofTitle.filter(({ artworkId }) => artworkId !== record.artworkId);
  return {
    outcome: known === null ? 'new' : hasChanged ? 'changed' : 'unchanged',
    detail: null,
    ofTitle: [...others, { ...record, ...given?.picture }],
  };
}

async function requireNotElsewhere(
  { artwork }: ArtworkRow,
  { repositories }: CatalogueImport,
): Promise<void> {
  const elsewhere = await repositories.artworks.findById(artwork.artworkId);
  if (elsewhere) throw new RowRefusal('artworkId', `belongs to the title ${elsewhere.titleId}`);
}

async function newPictureOf(
  { artwork }: ArtworkRow,
  known: ArtworkRecord | null,
  options: CatalogueImport,
): Promise<NewPicture | null> {
  if (artwork.sha256 && (await hasPicture(known, artwork.sha256, options.store))) return null;
  const { bytes, sha256 } = await readRowFile(artwork, options);
  if (await hasPicture(known, sha256, options.store)) return null;
  return { bytes, picture: await measureRowPicture(artwork, bytes) };
}

/** Whether the artwork has this picture, measured and kept where pictures are kept now. */
async function hasPicture(
  known: ArtworkRecord | null,
  sha256: string,
  store: PictureStore,
): Promise<boolean> {
  if (known?.sha256 !== sha256 || known.perceptualHash === null) return false;
  return store.open(sha256).then(
    () => true,
    (error: unknown) => {
      if (error instanceof NotFoundError) return false;
      throw error;
    },
  );
}

interface Writing {
  readonly record: ArtworkRecord;
  readonly given: NewPicture | null;
  readonly hasChanged: boolean;
}

/** @returns the artwork that was given the same picture in the meantime; null: all is written */
async function write(
  { record, given, hasChanged }: Writing,
  { repositories: { artworks }, store, ...options }: CatalogueImport,
): Promise<DuplicatePicture | null> {
  if (options.isDryRun) return null;
  const { artworkId, sha256, reading } = record;
  const allowsDuplicates = options.allowsDuplicates ?? false;
  // The picture stays that it has by now: one may have come by another way a moment ago.
  if (hasChanged) await artworks.upsert(withoutPicture(record));
  const late =
    given && (await givePicture({ artwork: record, ...given, allowsDuplicates }, { artworks, store }));
  if (late) return late;
  if (given || reading?.sha256 !== sha256) await options.onPictureStored?.(artworkId);
  return null;
}

function describeDuplicate({ artworkId, distance }: DuplicatePicture): string {
  return distance === 0
    ? `${artworkId} has this picture`
    : `${artworkId} has nearly this picture (${distance})`;
}
