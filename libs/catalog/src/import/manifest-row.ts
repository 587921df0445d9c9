import type { ArtworkManifest, ManifestArtwork, ManifestTitle } from './artwork-manifest';

/** A title of a manifest, and where it stands. */
export interface TitleRow {
  readonly title: ManifestTitle;
  /** E.g. `titles[3]`. */
  readonly place: string;
  readonly rows: readonly ArtworkRow[];
}

/** An artwork of a manifest, and where it stands. */
export interface ArtworkRow {
  readonly artwork: ManifestArtwork;
  readonly titleId: string;
  /** E.g. `titles[3].artworks[1]`. */
  readonly place: string;
}

/** The manifest's titles and artworks with their places; what is no list has no rows. */
export function rowsOf(manifest: Pick<ArtworkManifest, 'titles'>): TitleRow[] {
  return entriesOf(manifest.titles).map(([t, title]) => ({
    title,
    place: `titles[${t}]`,
    rows: entriesOf(title.artworks).map(([a, artwork]) => ({
      artwork,
      titleId: title.titleId,
      place: `titles[${t}].artworks[${a}]`,
    })),
  }));
}

/** Also of files that are wrong, whose faults are still to be told. */
function entriesOf<T extends object>(list: readonly T[]): [number, T][] {
  if (!Array.isArray(list)) return [];
  return [...(list as readonly T[]).entries()].filter(
    ([, item]) => typeof item === 'object' && item !== null,
  );
}
