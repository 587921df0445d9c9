import type { ArtworkRecord, TitleRecord } from '@keyart/contracts';

/** What a snapshot is made of. */
export interface CatalogueContents {
  /** Content version as the database tells it; equal versions hold equal catalogues. */
  readonly version: string;
  readonly titles: readonly TitleRecord[];
  readonly artworks: readonly ArtworkRecord[];
}

const NO_ARTWORKS: readonly ArtworkRecord[] = [];

/** The whole catalogue at one moment, in memory and immutable: every lookup is a map access. */
export class CatalogueSnapshot {
  readonly version: string;
  /** All titles, in the order given. */
  readonly titles: readonly TitleRecord[];
  private readonly titlesById: ReadonlyMap<string, TitleRecord>;
  private readonly artworksById: ReadonlyMap<string, ArtworkRecord>;
  private readonly artworksByTitle: ReadonlyMap<string, readonly ArtworkRecord[]>;

  constructor({ version, titles, artworks }: CatalogueContents) {
    this.version = version;
    this.titles = titles;
    this.titlesById = new Map(titles.map((title) => [title.titleId, title]));
    this.artworksById = new Map(artworks.map((artwork) => [artwork.artworkId, artwork]));
    this.artworksByTitle = groupByTitle(artworks);
  }

  /** The title, or null when the catalogue has none of that id. */
  title(titleId: string): TitleRecord | null {
    return this.titlesById.get(titleId) ?? null;
  }

  /** The artwork, or null when the catalogue has none of that id. */
  artwork(artworkId: string): ArtworkRecord | null {
    return this.artworksById.get(artworkId) ?? null;
  }

  /** All artworks of a title, eligible or not, by artwork id; empty for an unknown title. */
  artworksOf(titleId: string): readonly ArtworkRecord[] {
    return this.artworksByTitle.get(titleId) ?? NO_ARTWORKS;
  }
}

function groupByTitle(artworks: readonly ArtworkRecord[]): Map<string, ArtworkRecord[]> {
  const groups = new Map<string, ArtworkRecord[]>();
  for (const artwork of [...artworks].sort(byId)) {
    const group = groups.get(artwork.titleId);
    if (group) group.push(artwork);
    else groups.set(artwork.titleId, [artwork]);
  }
  return groups;
}

function byId(a: ArtworkRecord, b: ArtworkRecord): number {
  return a.artworkId < b.artworkId ? -1 : 1;
}
