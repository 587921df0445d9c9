import { FACETS, type Facet } from '@keyart/features';
import { FACET_WORDS } from './facet-words';
import { listed } from './listed';

/** Facets less probable are not suggested, but for the first. */
const LEAST_PROBABILITY = 0.3;
const MOST_COUNT = 3;

/**
 * What a picture suggests, in plain words: its one to three likeliest facets, e.g. `horror, mystery and a dark mood`.
 * @param mostCount how many facets there is room for, at least 1
 */
export function suggestedWords(
  probabilities: Readonly<Record<Facet, number>>,
  mostCount: number = MOST_COUNT,
): string {
  const ranked = FACETS.filter((facet) => FACET_WORDS[facet] !== null).sort(
    (a, b) => probabilities[b] - probabilities[a],
  );
  const named = ranked.filter((facet, i) => i === 0 || probabilities[facet] >= LEAST_PROBABILITY);
  return listed(named.slice(0, mostCount).flatMap((facet) => FACET_WORDS[facet] ?? []));
}
