import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CatalogueSnapshot, PictureStore } from '@keyart/catalog';
import { renderReport } from '../../apps/api/src/pages/render-report';
import type { ReportData } from '../../apps/api/src/pages/report-data';
import { reportPictureOf } from './report-cards';

async function copyPictures(out: string, catalogue: CatalogueSnapshot, store: PictureStore): Promise<void> {
  const artworks = catalogue.titles.flatMap(({ titleId }) => catalogue.artworksOf(titleId));
  await mkdir(path.join(out, 'images'), { recursive: true });
  for (const { artworkId, sha256 } of artworks) {
    if (!sha256) continue;
    await writeFile(path.join(out, reportPictureOf(artworkId)), await store.read(sha256));
  }
}

/** Where the report goes and where its pictures come from. */
export interface ReportTarget {
  readonly out: string;
  readonly catalogue: CatalogueSnapshot;
  readonly store: PictureStore;
}

/** Writes `index.html` with its pictures beside it; returns its absolute path. */
export async function writeReport(
  data: ReportData,
  { out, catalogue, store }: ReportTarget,
): Promise<string> {
  await copyPictures(out, catalogue, store);
  const file = path.join(out, 'index.html');
  await writeFile(file, renderReport(data));
  return file;
}
