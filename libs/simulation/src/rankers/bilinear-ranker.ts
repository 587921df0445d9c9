import type { WorldDecision } from '../log/world-decision';
import type { BilinearFeatures, BilinearRidges, BilinearRow } from './bilinear-data';
import { DEFAULT_RIDGES } from './bilinear-data';
import { importanceOf } from './importance-of';
import { fitBilinear, type BilinearModel } from './fit-bilinear';
import type { WorldRanker } from './world-ranker';
import type { WorldTable } from './world-table';

/** Rows of the fit: every decision's shown picture, weighted to count as under uniform logging. */
export function bilinearRows(table: WorldTable, decisions: readonly WorldDecision[]): BilinearRow[] {
  return decisions.map((decision) => {
    const { viewer, title, shown, reward } = decision;
    const picture = table.startOf[title] + shown;
    return { viewer, picture, reward, weight: importanceOf(decision) };
  });
}

/** The features that production has: taste × (caption embedding, look), and an own level of each artwork. */
export function productionFeatures({ viewers, pictures, titleOf, world }: WorldTable): BilinearFeatures {
  return { viewers, pictures, titleOf, titleCount: world.titles.length };
}

/** A ranker of a fitted model. */
export function bilinearRanker(name: string, table: WorldTable, model: BilinearModel): WorldRanker {
  return {
    name,
    scores(viewer, title) {
      const start = table.startOf[title];
      return Float64Array.from({ length: table.pictureCount(title) }, (_, k) =>
        model.predict(viewer, start + k),
      );
    },
  };
}

/**
 * **Production**: a linear contextual bandit on taste × caption embedding (and look), with a prior of each artwork, fitted to
 * the log by importance-weighted ridge regression, a level of its own for each title and viewer taken out.
 */
export function fitProduction(
  table: WorldTable,
  decisions: readonly WorldDecision[],
  ridges: BilinearRidges = DEFAULT_RIDGES,
): WorldRanker {
  const model = fitBilinear(productionFeatures(table), bilinearRows(table, decisions), ridges);
  return bilinearRanker('production', table, model);
}
