import { contentHash } from '@keyart/common';
import { FEATURE_VERSION } from '@keyart/features';
import type { BaselineModel } from '@keyart/ranking';
import { roundParameter } from './round-parameter';

const VERSION_LENGTH = 16;

/**
 * A model from fitted parameters: rounded to 8 decimals, zeros dropped, versioned by content.
 * @param weights `[FEATURE_LAYOUT.weightCount]`
 * @param priors artwork id → reward beyond content
 */
export function assembleBaselineModel(
  weights: Float64Array,
  priors: ReadonlyMap<string, number>,
): BaselineModel {
  const kept = [...weights]
    .map((value, at) => [at, roundParameter(value)] as const)
    .filter(([, value]) => value !== 0);
  const entries = [...priors].map(([id, value]) => [id, roundParameter(value)] as const);
  const content = {
    featureVersion: FEATURE_VERSION,
    weightIndices: kept.map(([at]) => at),
    weightValues: kept.map(([, value]) => value),
    artworkPriors: Object.fromEntries(
      entries.filter(([, value]) => value !== 0).sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  };
  return { version: `bandit-${contentHash(JSON.stringify(content), VERSION_LENGTH)}`, ...content };
}
