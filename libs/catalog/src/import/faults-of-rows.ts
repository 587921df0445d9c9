import { stat } from 'node:fs/promises';
import { messageOf } from '@keyart/common';
import type { FacetStrengths } from '@keyart/contracts';
import { fetchableUrl } from '../fetching/fetchable-url';
import { MAX_PICTURE_BYTES } from '../pictures/inspect-picture';
import { faultsOfArtwork } from '../records/faults-of-artwork';
import type { FileFault } from '@keyart/common';
import type { ArtworkRow, TitleRow } from './manifest-row';
import { isAddress, pathInside } from './picture-file';

/** What a manifest is held against. */
export interface ManifestRules {
  /** Folder of the manifest. */
  readonly directory: string;
  /** `host:port` that pictures may be fetched from besides the public internet. */
  readonly allowedHosts: readonly string[];
  /** Whether the vocabulary has a facet of this name. */
  readonly isFacet: (name: string) => boolean;
  /** Whether the fields of the row at a place are each right by themselves; others are passed over. */
  readonly isSound: (place: string) => boolean;
}

/**
 * What is wrong with rows beyond each field for itself: ids that occur twice, unknown facets, rights that end before they
 * begin, files that are missing, too large or elsewhere, addresses that nothing is fetched from. Looks at no picture.
 */
export async function faultsOfRows(titles: readonly TitleRow[], rules: ManifestRules): Promise<FileFault[]> {
  const isSound = ({ place }: Pick<TitleRow, 'place'>): boolean => rules.isSound(place);
  const ofTitles = titles.filter(isSound).flatMap((row) => facetFaults(row, row.title.facets, rules));
  const faults = [...repeatedIds(titles), ...ofTitles];
  for (const row of titles.flatMap(({ rows }) => rows).filter(isSound)) {
    const facts = faultsOfArtwork(row.artwork).map(({ field, detail }) => at(row, field, detail));
    const facets = facetFaults(row, row.artwork.facets ?? {}, rules);
    faults.push(...facts, ...facets, ...(await fileFaults(row, rules)));
  }
  return faults;
}

function repeatedIds(titles: readonly TitleRow[]): FileFault[] {
  const seen = new Set<string>();
  const claims = titles.flatMap((row) => [
    { row, field: 'titleId', id: row.title.titleId },
    ...row.rows.map((own) => ({ row: own, field: 'artworkId', id: own.artwork.artworkId })),
  ]);
  return claims.flatMap(({ row, field, id }) => {
    if (typeof id !== 'string') return [];
    const isRepeated = seen.has(`${field} ${id}`);
    seen.add(`${field} ${id}`);
    return isRepeated ? [at(row, field, `${id} occurs twice`)] : [];
  });
}

function facetFaults(
  row: Pick<TitleRow, 'place'>,
  facets: FacetStrengths,
  { isFacet }: ManifestRules,
): FileFault[] {
  const unknown = Object.keys(facets).filter((name) => !isFacet(name));
  return unknown.map((name) => at(row, `facets.${name}`, 'is not a facet of the vocabulary'));
}

async function fileFaults(row: ArtworkRow, rules: ManifestRules): Promise<FileFault[]> {
  const { file } = row.artwork;
  const detail = isAddress(file) ? addressFault(file, rules) : await pathFault(file, rules);
  return detail === null ? [] : [at(row, 'file', detail)];
}

function addressFault(url: string, { allowedHosts }: ManifestRules): string | null {
  try {
    fetchableUrl(url, allowedHosts);
    return null;
  } catch (error) {
    return messageOf(error);
  }
}

async function pathFault(file: string, { directory }: ManifestRules): Promise<string | null> {
  const full = pathInside(directory, file);
  if (full === null) return 'lies outside the folder of the manifest';
  const found = await stat(full).catch(() => null);
  if (!found?.isFile()) return `is not there (${file})`;
  return found.size > MAX_PICTURE_BYTES ? `has more than ${MAX_PICTURE_BYTES} bytes` : null;
}

function at({ place }: Pick<TitleRow, 'place'>, field: string, detail: string): FileFault {
  return { place: `${place}.${field}`, detail };
}
