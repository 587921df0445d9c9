/** A word that reviews use more, or less, than before. */
export interface ChangedTerm {
  readonly term: string;
  /** Log odds ratio of a review using it, after against before, over its standard error. Above 0: more. */
  readonly z: number;
  readonly logOddsRatio: number;
  /** Reviews that use it. */
  readonly beforeCount: number;
  readonly afterCount: number;
}

/** Reviews on either side of an onset. */
export interface TermSides {
  /** The different words of each review. */
  readonly before: readonly ReadonlySet<string>[];
  readonly after: readonly ReadonlySet<string>[];
}

/** How many terms at most, and how clear. */
export interface ChangedTermOptions {
  readonly count: number;
  /** Default 2.58: 1% for one word. */
  readonly leastZ?: number;
}

/** Uses of words that the prior counts for, in all. */
const PRIOR_USES = 500;
const LEAST_Z = 2.58;
/** A word of one review is nobody else's. */
const LEAST_REVIEWS = 3;

function countsOf(reviews: readonly ReadonlySet<string>[]): { counts: Map<string, number>; total: number } {
  const counts = new Map<string, number>();
  let total = 0;
  for (const terms of reviews)
    for (const term of terms) {
      counts.set(term, (counts.get(term) ?? 0) + 1);
      total++;
    }
  return { counts, total };
}

/**
 * Words by which reviews after an onset differ from those before: log odds ratios with an informative Dirichlet prior, the words of both sides
 * together, so that common words need much and rare words cannot lead by chance. A word counts once a review.
 * Source: Monroe, Colaresi and Quinn, "Fightin' words" (Political Analysis 2008), equations 16, 22 and 23.
 * @returns the clearest first, at most `count`
 */
export function changedTerms({ before, after }: TermSides, options: ChangedTermOptions): ChangedTerm[] {
  const [old, now] = [countsOf(before), countsOf(after)];
  const all = old.total + now.total;
  const uses = Math.min(PRIOR_USES, all);
  const terms = [...new Set([...old.counts.keys(), ...now.counts.keys()])].map((term): ChangedTerm => {
    const [beforeCount, afterCount] = [old.counts.get(term) ?? 0, now.counts.get(term) ?? 0];
    const prior = (uses * (beforeCount + afterCount)) / all;
    const logOdds = (count: number, total: number): number =>
      Math.log((count + prior) / Math.max(total + uses - count - prior, prior));
    const logOddsRatio = logOdds(afterCount, now.total) - logOdds(beforeCount, old.total);
    const error = Math.sqrt(1 / (afterCount + prior) + 1 / (beforeCount + prior));
    return { term, z: logOddsRatio / error, logOddsRatio, beforeCount, afterCount };
  });
  const leastZ = options.leastZ ?? LEAST_Z;
  return terms
    .filter((one) => Math.abs(one.z) >= leastZ && one.beforeCount + one.afterCount >= LEAST_REVIEWS)
    .sort((a, b) => Math.abs(b.z) - Math.abs(a.z) || (a.term < b.term ? -1 : 1))
    .slice(0, options.count);
}
