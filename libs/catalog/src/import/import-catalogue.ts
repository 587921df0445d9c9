import { isDeepStrictEqual } from 'node:util';
import { inLanes } from '@keyart/common';
import type { ArtworkRecord } from '@keyart/contracts';
import { titleRecordOf } from '../records/title-record-of';
import type { CatalogueImport } from './catalogue-import';
import { importArtwork, type ArtworkImport } from './import-artwork';
import {
  reportOf,
  type ImportedRow,
  type ImportedTitle,
  type ImportReport,
  type TitleOutcome,
} from './import-report';
import type { ArtworkRow, TitleRow } from './manifest-row';
import { readManifestRows } from './read-artwork-manifest';
import { RowRefusal } from './row-refusal';

/** Titles at a time: while one waits for the database or the network, others are decoded. */
const LANE_COUNT = 4;

/**
 * Imports a folder: titles, artworks and their pictures, by its `manifest.json`. The whole manifest is checked before anything
 * is written. What is stored already is passed over, so that a run that broke off goes on where it was, and a second one
 * changes nothing. A picture that cannot be taken is refused by itself; the rest is imported.
 * @throws BadManifestError with every fault of the manifest
 * @throws DependencyError when database or picture store fail; what was imported until then stays
 */
export async function importCatalogue(options: CatalogueImport): Promise<ImportReport> {
  const { directory, isFacet, fetch, onProgress, isDryRun = false } = options;
  const titles = await readManifestRows(directory, { isFacet, allowedHosts: fetch.allowedHosts });
  const artworkCount = titles.reduce((sum, { rows }) => sum + rows.length, 0);
  let doneCount = 0;
  const step = (note: string): void => onProgress?.(++doneCount / artworkCount, note);
  return reportOf(await inLanes(titles, LANE_COUNT, (row) => importTitle(row, options, step)), isDryRun);
}

async function importTitle(
  { title, rows }: TitleRow,
  options: CatalogueImport,
  step: (note: string) => void,
): Promise<ImportedTitle> {
  const outcome = await importTitleRecord(title, options);
  let ofTitle: readonly ArtworkRecord[] = await options.repositories.artworks.listByTitle(title.titleId);
  const imported: ImportedRow[] = [];
  for (const row of rows) {
    const { ofTitle: after, ...result } = await importOrRefuse(row, ofTitle, options);
    ofTitle = after;
    imported.push({ place: row.place, artworkId: row.artwork.artworkId, ...result });
    step(row.artwork.artworkId);
  }
  return { outcome, rows: imported };
}

async function importTitleRecord(title: TitleRow['title'], options: CatalogueImport): Promise<TitleOutcome> {
  const { titles } = options.repositories;
  const record = titleRecordOf(title.titleId, title);
  const known = await titles.findById(title.titleId);
  if (isDeepStrictEqual(record, known)) return 'unchanged';
  if (!options.isDryRun) await titles.upsert(record);
  return known ? 'changed' : 'new';
}

async function importOrRefuse(
  row: ArtworkRow,
  ofTitle: readonly ArtworkRecord[],
  options: CatalogueImport,
): Promise<ArtworkImport> {
  try {
    return await importArtwork(row, ofTitle, options);
  } catch (error) {
    if (!(error instanceof RowRefusal)) throw error;
    return { outcome: 'refused', detail: `${error.field}: ${error.message}`, ofTitle };
  }
}
