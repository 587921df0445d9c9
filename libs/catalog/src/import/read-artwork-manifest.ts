import path from 'node:path';
import { ArtworkManifest } from './artwork-manifest';
import { BadManifestError } from './bad-manifest.error';
import { faultsOfRows, type ManifestRules } from './faults-of-rows';
import type { FileFault } from '@keyart/common';
import { rowsOf, type TitleRow } from './manifest-row';
import { readCheckedJson } from '@keyart/common';

/** File name of a manifest in its folder. */
export const ARTWORK_MANIFEST_FILE = 'manifest.json';

const ANY_FACET = (): boolean => true;

/**
 * The titles and artworks of a manifest, validated as a whole before anybody uses a part of it.
 * @param directory folder that holds `manifest.json`
 * @throws BadManifestError with every fault there is
 */
export async function readManifestRows(
  directory: string,
  rules: Pick<ManifestRules, 'allowedHosts' | 'isFacet'>,
): Promise<TitleRow[]> {
  const file = path.join(directory, ARTWORK_MANIFEST_FILE);
  const { value, faults } = await readCheckedJson(file, ArtworkManifest);
  const rows = value ? rowsOf(value) : [];
  const isSound = (place: string): boolean => !faults.some((fault) => isOfRow(fault, place));
  const all = [...faults, ...(await faultsOfRows(rows, { ...rules, directory, isSound }))];
  if (all.length > 0) throw new BadManifestError(file, all);
  return rows;
}

/** What is wrong with its artworks is no fault of a title. */
function isOfRow(fault: FileFault, place: string): boolean {
  return fault.place.startsWith(`${place}.`) && !fault.place.startsWith(`${place}.artworks[`);
}

/**
 * The manifest itself, its facets unchecked.
 * @param directory folder that holds `manifest.json`
 * @throws BadManifestError with every fault there is
 */
export async function readArtworkManifest(directory: string): Promise<Pick<ArtworkManifest, 'titles'>> {
  const rows = await readManifestRows(directory, { allowedHosts: [], isFacet: ANY_FACET });
  return { titles: rows.map(({ title }) => title) };
}
