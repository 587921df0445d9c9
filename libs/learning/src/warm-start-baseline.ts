import { FEATURE_LAYOUT } from '@keyart/features';
import { TYPICAL_REWARD, type BaselineModel } from '@keyart/ranking';
import { assembleBaselineModel } from './assemble-baseline-model';

/**
 * Leanings of real histories spread by about .15 a facet (MovieLens latest-small, 610 viewers): one such step moves a
 * picture wholly of that facet by .03, a quarter of the typical reward; a strong leaning (.6) nearly doubles it and a strong
 * dislike brings it near zero. Enough to rank on the first day, and little enough for some thousand decisions to overrule.
 */
const MATCH_REWARD = 0.2;
/** Breaks ties the editor's way for a viewer nothing is known about; a third of one step of taste, so taste outweighs it. */
const EDITORIAL_REWARD = 0.01;

/**
 * The model of day one, from content alone: a picture is the better the more its facets meet the viewer's leanings
 * (a disliked facet counts against it by the same weight), with a small bonus for the editor's choice. The starting point
 * and ridge centre of `trainBaseline`.
 * @param artworkPriors artwork id → prior mean of its reward beyond content; default: 0 for all
 */
export function warmStartBaseline(artworkPriors: ReadonlyMap<string, number> = new Map()): BaselineModel {
  const weights = new Float64Array(FEATURE_LAYOUT.weightCount);
  weights[FEATURE_LAYOUT.bias] = TYPICAL_REWARD;
  weights[FEATURE_LAYOUT.match] = MATCH_REWARD;
  weights[FEATURE_LAYOUT.editorial] = EDITORIAL_REWARD;
  return assembleBaselineModel(weights, artworkPriors);
}
