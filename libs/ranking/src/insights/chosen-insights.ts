import { contentHash } from '@keyart/common';
import { INSIGHTS, type Insight } from '@keyart/contracts';
import type { InsightModel, PictureLifts } from './insight-model';

const VERSION_LENGTH = 16;
/** Lines say what both of them know; with one switched off none is told. */
const TOLD_BY: readonly Insight[] = ['similarity', 'micro-genre'];

function kept(lifts: PictureLifts, chosen: ReadonlySet<string>): PictureLifts {
  return Object.fromEntries(Object.entries(lifts).filter(([insight]) => chosen.has(insight)));
}

/** The model without the insights that are switched off, as a version of its own; null where none is left on. */
export function chosenInsights(model: InsightModel, insights: readonly Insight[]): InsightModel | null {
  const chosen = INSIGHTS.filter((insight) => insights.includes(insight));
  if (chosen.length === INSIGHTS.length) return model;
  if (chosen.length === 0) return null;
  const names = new Set<string>(chosen);
  const lifts = Object.entries(model.lifts).map(([artworkId, own]) => [artworkId, kept(own, names)] as const);
  return {
    version: `insights-${contentHash(JSON.stringify([model.version, chosen]), VERSION_LENGTH)}`,
    lifts: Object.fromEntries(lifts),
    regions: names.has('region') ? model.regions : {},
    titleLines: TOLD_BY.every((insight) => names.has(insight)) ? model.titleLines : {},
    regionOf: model.regionOf,
  };
}
