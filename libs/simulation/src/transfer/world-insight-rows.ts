import { pictureTraits, similarityOfVectors, type InsightRow, type TitleSimilarity } from '@keyart/transfer';
import { type BlockWeights, buildTitleVectors, type SimilarityTitle } from '@keyart/similarity';
import type { WorldDecision } from '../log/world-decision';
import { importanceOf } from '../rankers/importance-of';
import type { WorldRanker } from '../rankers/world-ranker';
import { workerReading } from '../titles/worker-reading';
import type { WorldTitle } from '../titles/world-title';
import type { World } from '../world';

/** Traits of each title's pictures, `[n][K][T]`: facets as the worker reads them off pictures, and look. */
export function worldSlates({ titles }: World): Float64Array[][] {
  return titles.map(({ artworks, truths }) =>
    artworks.map(({ look }, k) => pictureTraits({ facets: workerReading(truths[k]), look })),
  );
}

/** What the similarity map reads of a world's title. */
function similarityTitleOf({ titleId, film }: WorldTitle): SimilarityTitle {
  const { name, year, synopsis, genres, keywords, cast } = film;
  return { titleId, name, year, synopsis, genres, tags: keywords, people: cast, originCountries: [] };
}

/** How a world's titles resemble each other, as the service would tell it: by synopsis, genres, keywords, people, decade. */
export function worldSimilarity(world: World, seed: string, weights?: Partial<BlockWeights>): TitleSimilarity {
  return similarityOfVectors(buildTitleVectors(world.titles.map(similarityTitleOf), { seed, weights }));
}

/**
 * Decisions as transfer learns from them; titles are named by id.
 * @param slates of `worldSlates`
 * @param baseline the bandit, out of fold by title; null: nothing is taken out
 */
export function worldInsightRows(
  { titles }: World,
  decisions: readonly WorldDecision[],
  { slates, baseline }: { readonly slates: readonly Float64Array[][]; readonly baseline: WorldRanker | null },
): InsightRow[] {
  const scenes = slates.map((slate) => new Float64Array(slate.length));
  return decisions.map((decision) => {
    const { viewer, title, shown, reward } = decision;
    return {
      ...{ viewer, title: titles[title].titleId, region: '', slate: slates[title], shownAt: shown, reward },
      ...{ weight: importanceOf(decision), scenes: scenes[title] },
      baseline: baseline?.scores(viewer, title) ?? null,
    };
  });
}
