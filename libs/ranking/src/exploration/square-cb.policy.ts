import { checkParameter } from '../check-parameter';
import type { Policy } from '../policy';
import type { Scorer } from '../scorer';
import { firstMaximum } from './first-maximum';
import { scoredPolicy } from './scored-policy';

/**
 * SquareCB, inverse-gap weighting: p_a = 1 / (K + γ(ŝ_max − ŝ_a)) for every a but the best, which takes the rest.
 * K counts the eligible. γ = 0 is uniform, γ → ∞ greedy; ties share alike up to which of them takes the rest.
 * Valid for scores that predict the reward on its own scale; regret is bounded by the predictor's squared error.
 * Source: Abe & Long, "Associative reinforcement learning using linear probabilistic concepts" (1999);
 * Foster & Rakhlin, "Beyond UCB: optimal and efficient contextual bandits with regression oracles" (2020), Algorithm 1.
 * @param gamma γ ≥ 0, in 1 / reward
 * @throws PolicyParameterError `gamma`
 */
export function squareCb(scorer: Scorer, { gamma }: { readonly gamma: number }): Policy {
  checkParameter({ gamma }, 0);
  const rule = (scores: readonly number[]): number[] => squareCbWeights(scores, gamma);
  return scoredPolicy({ name: `squarecb(${scorer.source})`, scorer, rule });
}

/** p_a = 1 / (K + γ(ŝ_max − ŝ_a)), the best takes the rest; `[K]`. @param scores `[K]`, K ≥ 1, finite */
export function squareCbWeights(scores: readonly number[], gamma: number): number[] {
  const best = firstMaximum(scores);
  const weights = new Array<number>(scores.length);
  let rest = 1;
  for (let i = 0; i < scores.length; i++) {
    if (i === best) continue;
    weights[i] = 1 / (scores.length + gamma * (scores[best] - scores[i]));
    rest -= weights[i];
  }
  weights[best] = rest;
  return weights;
}
