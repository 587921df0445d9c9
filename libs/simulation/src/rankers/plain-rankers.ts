import { fitPopularity } from '@keyart/learning';
import type { WorldDecision } from '../log/world-decision';
import type { ViewerTruth } from '../truth/viewer-truth';
import type { World } from '../world';
import type { WorldRanker } from './world-ranker';

/** No picture is better than another: greedily the first, drawn from evenly. */
export function randomRanker(world: World): WorldRanker {
  return {
    name: 'random',
    scores: (_viewer, title) => new Float64Array(world.titles[title].artworks.length),
  };
}

/** The title's picture that most viewers take, by empirical Bayes (see `fitPopularity`). */
export function fitPopularRanker({ titles }: World, decisions: readonly WorldDecision[]): WorldRanker {
  const rows = decisions.map(({ title, shown, probabilities, reward }) => ({
    ...{ artwork: titles[title].artworks[shown], reward },
    ...{ propensity: probabilities[shown], candidateCount: probabilities.length },
  }));
  const { artworkMeans, titleMeans, globalMean } = fitPopularity(rows);
  return {
    name: 'popular',
    scores: (_viewer, title) =>
      titles[title].artworks.map(
        ({ artworkId, titleId }) => artworkMeans[artworkId] ?? titleMeans[titleId] ?? globalMean,
      ),
  };
}

/** Knows the truth. */
export function oracleRanker({ titles }: World, truth: ViewerTruth): WorldRanker {
  return { name: 'oracle', scores: (viewer, title) => truth.takes(viewer, titles[title]) };
}
