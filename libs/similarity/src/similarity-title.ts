/** What the similarity map and micro-genres read of a title. */
export interface SimilarityTitle {
  readonly titleId: string;
  readonly name: string;
  /** null: not known. */
  readonly year: number | null;
  /** Empty: not known. */
  readonly synopsis: string;
  /** As the catalogue writes them. */
  readonly genres: readonly string[];
  /** Keywords, lower case. */
  readonly tags: readonly string[];
  /** By billing. */
  readonly people: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly originCountries: readonly string[];
}
