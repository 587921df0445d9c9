import type { PopularityModel } from '../popularity-model';
import type { Scorer } from '../scorer';

/**
 * Mean reward of the artwork for the average viewer, shrunk towards its title (empirical Bayes, fitted by libs/learning).
 * An artwork never logged takes its title's mean, a title never logged the global one. Always answers.
 * @param model compiled into maps here, so that an id such as `constructor` is only an id
 */
export function popularScorer(model: PopularityModel): Scorer {
  const artworkMeans = new Map(Object.entries(model.artworkMeans));
  const titleMeans = new Map(Object.entries(model.titleMeans));
  return {
    source: 'popular',
    score: (_context, candidates) => ({
      kind: 'scores',
      scores: candidates.map(
        ({ descriptor: { artworkId, titleId } }) =>
          artworkMeans.get(artworkId) ?? titleMeans.get(titleId) ?? model.globalMean,
      ),
      modelVersion: model.version,
    }),
  };
}
