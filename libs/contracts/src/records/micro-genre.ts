/** What says that a facet is true of a title. */
export interface FacetEvidenceRecord {
  readonly facet: string;
  readonly source: 'genre' | 'tag' | 'synopsis' | 'year' | 'country';
  /** A genre, keyword, year, country, or at most twelve words of the synopsis. */
  readonly span: string;
}

/** A conjunction of facets with a name. */
export interface MicroGenreRecord {
  /** The facets in canonical order, with dots; for ever the same. */
  readonly slug: string;
  readonly name: string;
  readonly facets: readonly string[];
  /** Titles at the last rebuild that named it. */
  readonly titleCount: number;
  /** Share of the titles that have all facets, over the product of the facets' own shares. */
  readonly lift: number;
  /** Odds of the genre among titles with all other facets over its odds among the rest. */
  readonly oddsRatio: number;
  /** Rebuild that first named it. */
  readonly firstVersion: string;
  /** Rebuild that last named it. */
  readonly lastVersion: string;
}

/** A title's place in a micro-genre. */
export interface MicroGenreMembership {
  readonly slug: string;
  readonly titleId: string;
  readonly evidence: readonly FacetEvidenceRecord[];
}

/** One search for micro-genres. */
export interface MicroGenreRebuildRecord {
  readonly version: string;
  readonly rebuiltAt: Date;
  readonly titleCount: number;
  /** Share of the titles in a micro-genre, in [0, 1]. */
  readonly coverage: number;
}
