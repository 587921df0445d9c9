import { INSIGHTS, type Insight } from '@keyart/contracts';
import { InsightPrior, type InsightModel } from '@keyart/ranking';
import {
  bilinearRanker,
  bilinearRows,
  DEFAULT_RIDGES,
  fitBilinear,
  productionFeatures,
  regionOfViewer,
  WORLD_REGIONS,
  type WorldDecision,
  type WorldRanker,
  type WorldTable,
} from '@keyart/simulation';
import { insightLifts, type InsightFit, type TitlePictures } from '@keyart/transfer';

/** The insight model of a world's pictures, as the service would keep it. */
export function worldInsightModel(
  { world }: WorldTable,
  fit: InsightFit,
  pictures: readonly TitlePictures[],
): InsightModel {
  const lifts: Record<string, Record<string, number>> = {};
  const regions = Object.fromEntries(WORLD_REGIONS.map((region) => [region, {} as Record<string, number>]));
  world.titles.forEach(({ artworks }, title) => {
    const own = insightLifts(fit, pictures[title]);
    artworks.forEach(({ artworkId }, k) => {
      lifts[artworkId] = Object.fromEntries(
        Object.entries(own.lifts).map(([insight, values]) => [insight, values[k]]),
      );
      for (const [region, values] of own.regions) regions[region][artworkId] = values[k];
    });
  });
  const regionOf = Object.fromEntries(WORLD_REGIONS.map((region) => [region, region]));
  return { version: 'world', lifts, regions, titleLines: {}, regionOf };
}

/**
 * Production with prior means: fitted to what rewards are beyond them, so that artworks of the log start from theirs and new ones keep it, and bent by
 * the viewer's region when it serves.
 */
export function productionWithInsights(
  name: string,
  table: WorldTable,
  { decisions, insights }: { readonly decisions: readonly WorldDecision[]; readonly insights: InsightModel },
): WorldRanker {
  const { titles, viewers, settings } = table.world;
  const prior = new InsightPrior(insights);
  const liftOf = (title: number, k: number): number => prior.lift(titles[title].artworks[k].artworkId);
  const rows = bilinearRows(table, decisions).map((row, i) => {
    const { title, shown } = decisions[i];
    return { ...row, reward: row.reward - liftOf(title, shown) };
  });
  const base = bilinearRanker(name, table, fitBilinear(productionFeatures(table), rows, DEFAULT_RIDGES));
  return {
    name,
    scores(viewer, title) {
      const region = regionOfViewer(viewers[viewer].memberId, settings.seed);
      const own = base.scores(viewer, title) ?? [];
      const level = levelOf(own);
      return Float64Array.from(own, (score, k) => {
        const { artworkId } = titles[title].artworks[k];
        return prior.inRegion(score - level + LEVEL + liftOf(title, k), region, artworkId) - LEVEL + level;
      });
    },
  };
}

/** The world's production predicts without the levels of title and viewer; a region moves a share of a whole score. */
const LEVEL = 0.12;

function levelOf(scores: ArrayLike<number>): number {
  return Array.from(scores).reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
}

/** Choices of insights that an ablation compares, by name. */
export function ablatedChoices(): readonly (readonly [name: string, chosen: readonly Insight[]])[] {
  const alone = INSIGHTS.map((insight) => [`+ ${insight}`, [insight]] as const);
  const without = INSIGHTS.map(
    (insight) => [`all but ${insight}`, INSIGHTS.filter((one) => one !== insight)] as const,
  );
  return [...alone, ...without, ['all', INSIGHTS]];
}
