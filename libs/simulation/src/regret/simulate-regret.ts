import { createRandom } from '@keyart/common';
import type { PicturePrior, RewardBelief } from './picture-prior';
import { TitleBandit } from './title-bandit';

/** A title's first impressions. */
export interface RegretQuestion {
  /** True mean reward of each picture, `[K]`, in (0, 1). */
  readonly means: ArrayLike<number>;
  readonly prior: PicturePrior;
  readonly belief: RewardBelief;
  readonly impressionCount: number;
  /** Repetitions that are averaged over, ≥ 1. */
  readonly drawCount: number;
  /** Priors with equal seeds meet the same chances. */
  readonly seed: string;
}

/**
 * Mean over repetitions of what was missed against the title's best picture over its first impressions: Σ_i max_k μ_k − μ_shown, in takes.
 */
export function simulateRegret({ drawCount, ...question }: RegretQuestion): number {
  let total = 0;
  for (let draw = 0; draw < drawCount; draw++) total += regretOfDraw(question, draw);
  return total / drawCount;
}

function regretOfDraw(
  { means, prior, belief, impressionCount, seed }: Omit<RegretQuestion, 'drawCount'>,
  draw: number,
): number {
  const random = createRandom(`regret/${seed}/${draw}`);
  const bandit = new TitleBandit(prior, belief);
  const best = Math.max(...Array.from(means));
  let regret = 0;
  for (let i = 0; i < impressionCount; i++) {
    const k = bandit.choose(random);
    bandit.learn(k, random.next() < means[k] ? 1 : 0);
    regret += best - means[k];
  }
  return regret;
}
