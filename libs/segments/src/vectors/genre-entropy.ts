/**
 * Chance that a genre of one title is not a genre of another: the quadratic entropy Σ p(1 − p) (Gini & Simpson 1949), over pairs of
 * different titles and therefore unbiased however few they are. Shannon's entropy grows with the number of titles, and would tell who
 * watches much from who watches little.
 * @param titles genres of each, at least two titles with at least one genre
 * @returns in [0, 1]
 */
export function genreEntropy(titles: readonly (readonly string[])[]): number {
  const sums = new Map<string, number>();
  let own = 0;
  for (const genres of titles.map((each) => new Set(each))) {
    const share = 1 / genres.size;
    own += share;
    for (const genre of genres) sums.set(genre, (sums.get(genre) ?? 0) + share);
  }
  const all = [...sums.values()].reduce((total, sum) => total + sum * sum, 0);
  return Math.min(1, Math.max(0, 1 - (all - own) / (titles.length * (titles.length - 1))));
}
