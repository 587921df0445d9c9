import { TYPICAL_REWARD } from '../baseline-model';
import type { InsightModel, PictureLifts } from './insight-model';

/** Share of a score that a region may move, either way: a region is a hint, never the choice. */
export const REGION_SHARE = 0.1;
/** Prior reward of a picture at most so far from its title's mean. */
export const MAX_LIFT = TYPICAL_REWARD;

function within(value: number, limit: number): number {
  return Math.min(limit, Math.max(-limit, value));
}

function sumOf(lifts: PictureLifts): number {
  return within(
    Object.values(lifts).reduce((sum, lift) => sum + lift, 0),
    MAX_LIFT,
  );
}

/** An insight model laid out for serving. */
export class InsightPrior {
  /** Of the model. */
  readonly version: string;
  private readonly lifts: ReadonlyMap<string, number>;
  private readonly regions: ReadonlyMap<string, ReadonlyMap<string, number>>;
  private readonly regionOf: ReadonlyMap<string, string>;

  constructor({ version, lifts, regions, regionOf }: InsightModel) {
    this.version = version;
    this.lifts = new Map(Object.entries(lifts).map(([artworkId, own]) => [artworkId, sumOf(own)]));
    this.regions = new Map(
      Object.entries(regions).map(([region, own]) => [region, new Map(Object.entries(own))]),
    );
    this.regionOf = new Map(Object.entries(regionOf));
  }

  /** Prior mean of the picture's reward above its title's mean, in [−`MAX_LIFT`, `MAX_LIFT`]; 0 for an unknown picture. */
  lift(artworkId: string): number {
    return this.lifts.get(artworkId) ?? 0;
  }

  /**
   * What the score becomes where the viewer is: moved by at most `REGION_SHARE` of itself.
   * @param score finite
   * @param country ISO 3166-1 alpha-2; one that belongs to no region leaves the score alone
   */
  inRegion(score: number, country: string, artworkId: string): number {
    return score + Math.abs(score) * within(this.relative(country, artworkId), REGION_SHARE);
  }

  private relative(country: string, artworkId: string): number {
    const region = this.regionOf.get(country);
    return region === undefined ? 0 : (this.regions.get(region)?.get(artworkId) ?? 0);
  }
}
