import { scaledTaste } from '@keyart/features';
import {
  DEFAULT_RIDGES,
  fitBilinear,
  importanceOf,
  workerReading,
  type BilinearFeatures,
  type World,
  type WorldDecision,
  type WorldRanker,
} from '@keyart/simulation';
import { pictureTraits } from '@keyart/transfer';

/** Traits of each title's pictures, `[n][K][T]`: facets as they are read off pictures, and looks. */
export function worldSlates({ titles }: World): Float64Array[][] {
  return titles.map(({ artworks, truths }) =>
    artworks.map(({ look }, k) => pictureTraits({ facets: workerReading(truths[k]), look })),
  );
}

/** Ridges for some thirty traits instead of four hundred caption features. */
const RIDGES = { ...DEFAULT_RIDGES, interaction: 300, main: 100 };

/**
 * Production of a world where facets are read off pictures, as the service's bandit has them: taste × traits, a prior of each artwork, a level of each
 * title and viewer, by importance-weighted ridge regression.
 */
export class WorldBandit {
  private readonly features: BilinearFeatures;
  private readonly startOf: readonly number[];

  constructor(
    private readonly world: World,
    slates: readonly (readonly Float64Array[])[],
  ) {
    const { titles, viewers } = world;
    const starts = [0];
    for (const { artworks } of titles) starts.push(starts[starts.length - 1] + artworks.length);
    this.startOf = starts;
    this.features = {
      viewers: viewers.map(({ taste }) => scaledTaste(taste)),
      pictures: slates.flat(),
      titleOf: Int32Array.from(titles.flatMap(({ artworks }, title) => artworks.map(() => title))),
      titleCount: titles.length,
    };
  }

  /** Fits to decisions; usable without `this`. */
  readonly fit = (decisions: readonly WorldDecision[]): WorldRanker => {
    const rows = decisions.map((decision) => {
      const { viewer, title, shown, reward } = decision;
      return { viewer, reward, picture: this.startOf[title] + shown, weight: importanceOf(decision) };
    });
    const model = fitBilinear(this.features, rows, RIDGES);
    return {
      name: 'production',
      scores: (viewer, title) =>
        Float64Array.from(this.world.titles[title].artworks, (_, k) =>
          model.predict(viewer, this.startOf[title] + k),
        ),
    };
  };
}
