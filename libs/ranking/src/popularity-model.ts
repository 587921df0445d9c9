/**
 * Mean reward of each artwork for the average viewer, shrunk towards its title (empirical Bayes). Plain JSON, kept in the
 * model registry; fitted by libs/learning. An artwork never logged takes its title's mean, a title never logged the global one.
 */
export interface PopularityModel {
  /** Content hash of everything below. */
  readonly version: string;
  /** Reward scale, about [-1, 1]. */
  readonly globalMean: number;
  /** Title id → shrunk mean reward. */
  readonly titleMeans: Readonly<Record<string, number>>;
  /** Artwork id → shrunk mean reward. */
  readonly artworkMeans: Readonly<Record<string, number>>;
}
