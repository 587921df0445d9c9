/** A film as the public catalogues describe it. */
export interface SourceFilm {
  /** The histories' id of the film. */
  readonly filmId: string;
  readonly name: string;
  readonly year: number | null;
  readonly genres: readonly string[];
  /** Lower case. */
  readonly keywords: readonly string[];
  /** Lead first. */
  readonly cast: readonly string[];
  readonly synopsis: string;
}

/** A rating that a viewer gave. */
export interface SourceRating {
  readonly viewerId: string;
  readonly filmId: string;
  /** Stars in [0.5, 5]. */
  readonly stars: number;
  readonly atMs: number;
}

/** Real or generated histories and films, from which a world is built. */
export interface WorldSource {
  /** What it was read from, for manifests and reports. */
  readonly name: string;
  readonly films: readonly SourceFilm[];
  /** Of films in `films` only. */
  readonly ratings: readonly SourceRating[];
}
