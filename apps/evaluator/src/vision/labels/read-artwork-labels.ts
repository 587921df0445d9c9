import path from 'node:path';
import { badFixture, readArtworkManifest, readFixtureFile } from '@keyart/catalog';
import type { ManifestArtwork, ManifestTitle } from '@keyart/catalog';
import { ArtworkLabels, type ArtworkLabel } from './artwork-labels';
import { faultOfLabel } from './fault-of-label';

/** File name of the labels in a fixture folder. */
export const ARTWORK_LABELS_FILE = 'labels.json';

/** A picture of the manifest and what is on it. */
export interface LabelledArtwork {
  readonly title: ManifestTitle;
  readonly artwork: ManifestArtwork;
  readonly label: ArtworkLabel;
}

/**
 * The pictures of a fixture folder with their labels, in the order of the manifest; each is labelled exactly once, as the file it is now.
 * @param directory folder that holds `manifest.json` and `labels.json`
 * @throws CatalogInputError `BAD_FIXTURE` naming file, artwork and field
 */
export async function readArtworkLabels(directory: string): Promise<LabelledArtwork[]> {
  const { titles } = await readArtworkManifest(directory);
  const file = path.join(directory, ARTWORK_LABELS_FILE);
  const { artworks } = await readFixtureFile(file, ArtworkLabels);
  const labels = new Map<string, ArtworkLabel>();
  artworks.forEach((label, index) => {
    const fault = labels.has(label.artworkId) ? 'artworkId: is labelled twice' : faultOfLabel(label);
    if (fault !== null) throw badFixture(file, `artworks[${index}] (${label.artworkId}).${fault}`);
    labels.set(label.artworkId, label);
  });
  const pairs = titles.flatMap((title) => title.artworks.map((artwork) => ({ title, artwork })));
  const labelled = pairs.map((pair) => ({ ...pair, label: labelOf(pair.artwork, labels, file) }));
  const known = new Set(pairs.map(({ artwork }) => artwork.artworkId));
  const stray = artworks.find(({ artworkId }) => !known.has(artworkId));
  if (stray) throw badFixture(file, `${stray.artworkId}: is not in the manifest`);
  return labelled;
}

function labelOf(
  { artworkId, sha256 }: ManifestArtwork,
  labels: ReadonlyMap<string, ArtworkLabel>,
  file: string,
): ArtworkLabel {
  const label = labels.get(artworkId);
  if (!label) throw badFixture(file, `${artworkId}: has no label`);
  if (label.sha256 === sha256) return label;
  throw badFixture(
    file,
    `${artworkId}.sha256: another picture was labelled (${label.sha256}); label it anew`,
  );
}
