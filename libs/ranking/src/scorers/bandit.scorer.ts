import { FEATURE_VERSION, LinearPredictor } from '@keyart/features';
import type { BaselineModel } from '../baseline-model';
import { PolicyParameterError } from '../errors';
import type { Scorer } from '../scorer';

/**
 * Linear prediction of reward from viewer taste × picture (the production baseline). The model is laid out in typed arrays
 * once, here; an artwork it never saw has prior 0 and lives by its content. Always answers.
 * @throws PolicyParameterError `featureVersion` when the model was fitted to other features
 * @throws InputError `BAD_WEIGHTS` when the weights do not fit the feature layout
 */
export function banditScorer(model: BaselineModel): Scorer {
  if (model.featureVersion !== FEATURE_VERSION) {
    throw new PolicyParameterError('featureVersion', `${FEATURE_VERSION}, got ${model.featureVersion}`);
  }
  const predictor = new LinearPredictor(model);
  return {
    source: 'bandit',
    score({ viewer }, candidates) {
      const predict = predictor.forTaste(viewer.taste);
      const scores = new Array<number>(candidates.length);
      for (let i = 0; i < scores.length; i++) scores[i] = predict(candidates[i].descriptor);
      return { kind: 'scores', scores, modelVersion: model.version };
    },
  };
}
