import type { Random } from '@keyart/common';
import { normal } from '../random/normal';
import type { PicturePrior, RewardBelief } from './picture-prior';

/** Where pictures do not differ at all, sampling would divide by 0. */
const LEAST_VARIANCE = 1e-9;

/**
 * Thompson sampling of one title's pictures under a hierarchical normal belief: for viewer v picture k earns θ_vk = ℓ + lift_vk + ε_k,
 * ε_k ~ N(0, s²), the title's level ℓ ~ N(μ, s_L²), an outcome ~ N(θ_vk, σ²). What is not known of a title is shared by its pictures, so
 * that a prior that is wrong about the level does not look like one that is wrong about pictures. Exact: with n_k outcomes of mean
 * surplus r_k = y − lift,
 *
 * ℓ | data ~ N(m/q, 1/q), q = 1/s_L² + Σ_k 1/(s² + σ²/n_k), m = μ/s_L² + Σ_k r_k/(s² + σ²/n_k)
 * θ_vk | ℓ, data ~ N(lift_vk + ℓ (1 − b_k) + b_k r_k, s² (1 − b_k)), b_k = n_k s²/(n_k s² + σ²)
 *
 * Source: Hong, Kveton, Zaheer & Ghavamzadeh, "Hierarchical Bayesian Bandits" (2022), algorithm 1.
 */
export class TitleBandit {
  private readonly counts: Float64Array;
  private readonly sums: Float64Array;
  private readonly variance: number;

  constructor(
    private readonly prior: PicturePrior,
    private readonly belief: RewardBelief,
  ) {
    const pictureCount = prior.lifts[0].length;
    this.counts = new Float64Array(pictureCount);
    this.sums = new Float64Array(pictureCount);
    this.variance = Math.max(LEAST_VARIANCE, prior.variance);
  }

  /** Place of the picture that looks best for a viewer in one draw from the posterior. */
  choose(viewer: number, random: Random): number {
    const level = this.drawLevel(random);
    const lifts = this.prior.lifts[viewer];
    let [best, most] = [0, -Infinity];
    for (let k = 0; k < this.counts.length; k++) {
      const share = this.share(k);
      const expected = lifts[k] + level * (1 - share) + share * this.surplus(k);
      const drawn = expected + Math.sqrt(this.variance * (1 - share)) * normal(random);
      if (drawn > most) [best, most] = [k, drawn];
    }
    return best;
  }

  /** Takes in what picture k earned from a viewer. */
  learn(viewer: number, k: number, reward: number): void {
    this.counts[k]++;
    this.sums[k] += reward - this.prior.lifts[viewer][k];
  }

  private drawLevel(random: Random): number {
    const { mean, titleVariance, noise } = this.belief;
    let [precision, weighted] = [1 / titleVariance, mean / titleVariance];
    for (let k = 0; k < this.counts.length; k++) {
      if (this.counts[k] === 0) continue;
      const information = 1 / (this.variance + noise / this.counts[k]);
      precision += information;
      weighted += information * this.surplus(k);
    }
    return weighted / precision + normal(random) / Math.sqrt(precision);
  }

  private share(k: number): number {
    const known = this.counts[k] * this.variance;
    return known / (known + this.belief.noise);
  }

  private surplus(k: number): number {
    return this.counts[k] === 0 ? 0 : this.sums[k] / this.counts[k];
  }
}
