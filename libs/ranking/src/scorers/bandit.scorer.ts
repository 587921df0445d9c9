import { FEATURE_VERSION, LinearPredictor } from '@keyart/features';
import type { BaselineModel } from '../baseline-model';
import type { Candidate } from '../candidate';
import { PolicyParameterError } from '../errors';
import type { InsightPrior } from '../insights/insight-prior';
import type { Scorer } from '../scorer';

/**
 * Linear prediction of reward from viewer taste × picture (the production baseline). The model is laid out in typed arrays
 * once, here; an artwork it never saw lives by its content and by what title intelligence expects of it: the prior mean that training
 * starts the others from. Always answers.
 * @param insights null: prior 0
 * @throws PolicyParameterError `featureVersion` when the model was fitted to other features
 * @throws InputError `BAD_WEIGHTS` when the weights do not fit the feature layout
 */
export function banditScorer(model: BaselineModel, insights: InsightPrior | null = null): Scorer {
  if (model.featureVersion !== FEATURE_VERSION) {
    throw new PolicyParameterError('featureVersion', `${FEATURE_VERSION}, got ${model.featureVersion}`);
  }
  const predictor = new LinearPredictor(model);
  const bend = insights && bentBy(insights, model);
  const modelVersion = insights === null ? model.version : `${model.version}+${insights.version}`;
  return {
    source: 'bandit',
    score({ viewer, region }, candidates) {
      const predict = predictor.forTaste(viewer.taste);
      const scores = new Array<number>(candidates.length);
      for (let i = 0; i < scores.length; i++) scores[i] = predict(candidates[i].descriptor);
      bend?.(scores, candidates, region);
      return { kind: 'scores', scores, modelVersion };
    },
  };
}

type Bend = (scores: number[], candidates: readonly Candidate[], region: string) => void;

/** Changes the scores in place: prior means of pictures the model has none of its own for, then the viewer's region. */
function bentBy(insights: InsightPrior, { artworkPriors }: BaselineModel): Bend {
  const known = new Set(Object.keys(artworkPriors));
  return (scores, candidates, region) => {
    for (let i = 0; i < scores.length; i++) {
      const { artworkId } = candidates[i].descriptor;
      const lift = known.has(artworkId) ? 0 : insights.lift(artworkId);
      scores[i] = insights.inRegion(scores[i] + lift, region, artworkId);
    }
  };
}
