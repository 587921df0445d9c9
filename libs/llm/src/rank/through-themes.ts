import { FACETS } from '@keyart/features';

/** What a model says of a viewer. */
export interface ViewerThemes {
  /** Log-odds of yes over no for a picture of each facet, `[F]`. */
  readonly facets: readonly number[];
  /** Log-odds for a picture of each of the viewer's people, above the mean over facets. */
  readonly people: ReadonlyMap<string, number>;
}

/** What a viewer is asked about: the facets, then the viewer's people. */
export function lookedUpThemes(people: readonly string[]): string[] {
  return [...FACETS, ...people];
}

/** Reads the answers to `lookedUpThemes`. @param logOdds `[F + P]` */
export function viewerThemes(people: readonly string[], logOdds: readonly number[]): ViewerThemes {
  const facets = logOdds.slice(0, FACETS.length);
  const mean = facets.reduce((sum, value) => sum + value, 0) / FACETS.length;
  return {
    facets,
    people: new Map(people.map((name, i) => [name, logOdds[FACETS.length + i] - mean])),
  };
}

/** Shares of the facets in what a caption shows, from the log-probabilities of their words, `[F]`, summing to 1. */
export function themeShares(logProbabilities: readonly number[]): Float64Array {
  const most = Math.max(...logProbabilities);
  const weights = Float64Array.from(logProbabilities, (value) => Math.exp(value - most));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/**
 * A model that says in a word what it sees before it answers, summed over every word it might say:
 * Σ_f P(f | caption) · log-odds(yes | viewer, f), and for a face the viewer knows what the model says of that person.
 * A rationale marginalised (Wang et al., "Self-consistency", 2022, in the limit of all samples). Captions are read once for all
 * viewers and viewers once for all pictures.
 * @param shares `[F]`, see `themeShares`
 */
export function scoreThroughThemes(
  shares: Float64Array,
  { facets, people }: ViewerThemes,
  caption: string,
): number {
  const known = [...people].find(([name]) => caption.includes(name));
  return shares.reduce((sum, share, f) => sum + share * facets[f], known ? known[1] : 0);
}
