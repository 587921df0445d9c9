import { createRandom } from '@keyart/common';
import type { PicturePrior, RewardBelief } from './picture-prior';
import { TitleBandit } from './title-bandit';

/** A title's first impressions, each by a viewer drawn at random. */
export interface RegretQuestion {
  /** True mean reward of each picture for each viewer, `[V][K]`, V ≥ 1, in (0, 1); one row: viewers are not told apart. */
  readonly means: readonly ArrayLike<number>[];
  readonly prior: PicturePrior;
  readonly belief: RewardBelief;
  readonly impressionCount: number;
  /** Repetitions that are averaged over, ≥ 1. */
  readonly drawCount: number;
  /** Priors with equal seeds meet the same chances. */
  readonly seed: string;
}

/**
 * Mean over repetitions of what was missed against each viewer's best picture over a title's first impressions: Σ_i max_k μ_vk − μ_v,shown,
 * in takes.
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
  const best = means.map((own) => Math.max(...Array.from(own)));
  let regret = 0;
  for (let i = 0; i < impressionCount; i++) {
    const viewer = Math.floor(random.next() * means.length);
    const k = bandit.choose(viewer, random);
    bandit.learn(viewer, k, random.next() < means[viewer][k] ? 1 : 0);
    regret += best[viewer] - means[viewer][k];
  }
  return regret;
}
