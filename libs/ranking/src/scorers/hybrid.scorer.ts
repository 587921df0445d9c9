import type { BaselineModel } from '../baseline-model';
import { logShares } from '../calibration/log-shares';
import type { Candidate } from '../candidate';
import { PolicyParameterError } from '../errors';
import type { HybridPart, HybridPartName, HybridWeights } from '../hybrid-model';
import type { InsightPrior } from '../insights/insight-prior';
import type { Scorer, ScorerAnswer } from '../scorer';
import { UNAVAILABLE_REASONS } from '../unavailable';
import { banditScorer } from './bandit.scorer';

/** What a hybrid is made of. */
export interface HybridScorerParts {
  readonly name: HybridPartName;
  /** Gives the shares whose logarithms are added. */
  readonly shares: Scorer;
  readonly part: HybridPart;
  readonly bandit: BaselineModel;
  /** See `banditScorer`. */
  readonly insights: InsightPrior | null;
  /** Of the hybrid model. */
  readonly version: string;
}

/**
 * The bandit with a model's log-probabilities as a further feature: b̄ + w_b (b_k − b̄) + w_m (log p_k − mean log p), weights by whether
 * the bandit knows a picture of the title from the log. The level stays the bandit's, which ranks nothing.
 * Unavailable where the shares are, and `hybrid-unfitted` for shares of another model version than the weights are for.
 * @throws PolicyParameterError, InputError as `banditScorer` does; `part` for weights that are not finite
 */
export function hybridScorer({ name, shares, part, bandit, insights, version }: HybridScorerParts): Scorer {
  checkWeights(part);
  const baseline = banditScorer(bandit, insights);
  const known = new Set(Object.keys(bandit.artworkPriors));
  const isWarm = ({ descriptor }: Candidate): boolean => known.has(descriptor.artworkId);
  return {
    source: `hybrid-${name}`,
    score(context, candidates): ScorerAnswer {
      const answer = shares.score(context, candidates);
      if (answer.kind === 'unavailable') return answer;
      if (answer.modelVersion !== part.modelVersion)
        return { kind: 'unavailable', reason: UNAVAILABLE_REASONS.hybridUnfitted };
      const own = baseline.score(context, candidates);
      if (own.kind === 'unavailable') return own;
      const weights = candidates.some(isWarm) ? part.warm : part.cold;
      return {
        kind: 'scores',
        scores: weighted(own.scores, logShares(answer.scores), weights),
        modelVersion: `${version}+${own.modelVersion}+${answer.modelVersion}`,
      };
    },
  };
}

function weighted(
  rewards: readonly number[],
  logs: readonly number[],
  { bandit, model }: HybridWeights,
): number[] {
  const mean = rewards.reduce((sum, value) => sum + value, 0) / rewards.length;
  return rewards.map((value, k) => mean + bandit * (value - mean) + model * logs[k]);
}

function checkWeights({ warm, cold }: HybridPart): void {
  const isSound = [warm, cold].every(({ bandit, model }) => Number.isFinite(bandit + model));
  if (!isSound) throw new PolicyParameterError('part', 'finite weights');
}
