import type { LinearParameters } from '@keyart/features';

/** About one impression in eight earns a play or part of a take; only the level, it does not rank. */
export const TYPICAL_REWARD = 0.12;

/**
 * The production baseline: a linear model of reward over taste × picture. Plain JSON, kept in the model registry and
 * read by `LinearPredictor` of libs/features; trained and warm-started by libs/learning.
 */
export interface BaselineModel extends LinearParameters {
  /** Content hash of feature version, weights and priors. */
  readonly version: string;
  /** `FEATURE_VERSION` the weights were fitted to; a model of another feature version must not be served. */
  readonly featureVersion: string;
}
