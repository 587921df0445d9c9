import { TYPICAL_REWARD } from '../baseline-model';
import type { InsightPrior } from '../insights/insight-prior';
import type { Scorer, ScorerAnswer } from '../scorer';

/**
 * A language model's shares with what title intelligence knows beside it: p_k exp(lift_k / typical reward), moved by the viewer's region,
 * normalised anew. The prior is in reward; over the typical reward it is about the relative gain, which shares are read as.
 * Answers exactly when the scorer does.
 * @param insights null: the scorer itself
 */
export function tilted(scorer: Scorer, insights: InsightPrior | null): Scorer {
  if (insights === null) return scorer;
  return {
    source: scorer.source,
    score(context, candidates): ScorerAnswer {
      const answer = scorer.score(context, candidates);
      if (answer.kind === 'unavailable') return answer;
      const weights = answer.scores.map((share, k) => {
        const { artworkId } = candidates[k].descriptor;
        const lifted = share * Math.exp(insights.lift(artworkId) / TYPICAL_REWARD);
        return insights.inRegion(lifted, context.region, artworkId);
      });
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const modelVersion = `${answer.modelVersion}+${insights.version}`;
      return { ...answer, scores: weights.map((weight) => weight / total), modelVersion };
    },
  };
}
