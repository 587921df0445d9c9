import type { Scorer } from '../scorer';

/** Version of the editorial tier; it has no model. */
export const EDITORIAL_VERSION = 'editorial/1';

/**
 * The editor's wish as a score: 1 for an editorial default, 0 for the rest. Where no default is eligible (or there are
 * several), greedy's tie rule takes the smallest artwork id of the best. It is a preference, not a predicted reward:
 * use it greedily. Always answers, which makes it the last tier.
 */
export function editorialScorer(): Scorer {
  return {
    source: 'editorial',
    score: (_context, candidates) => ({
      kind: 'scores',
      scores: candidates.map(({ descriptor }) => (descriptor.isEditorialDefault ? 1 : 0)),
      modelVersion: EDITORIAL_VERSION,
    }),
  };
}
