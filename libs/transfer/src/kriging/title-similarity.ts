/** A title that something may be learnt from, and how similar it is, in (0, 1]. */
export interface Neighbour {
  readonly title: string | number;
  readonly similarity: number;
}

/** How titles resemble each other. A positive semidefinite kernel, such as a cosine. */
export interface TitleSimilarity {
  /** The most similar titles, most similar first, without the title itself; any number. */
  neighbours(title: string | number): readonly Neighbour[];
  /** Of any two titles, in [0, 1]. */
  similarity(a: string | number, b: string | number): number;
}
