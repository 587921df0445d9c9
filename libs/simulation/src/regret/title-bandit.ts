import type { Random } from '@keyart/common';
import { normal } from '../random/normal';
import type { PicturePrior, RewardBelief } from './picture-prior';

/** Where pictures do not differ at all, sampling would divide by 0. */
const LEAST_VARIANCE = 1e-9;

/**
 * Thompson sampling of one title's pictures under a hierarchical normal belief: picture k earns θ_k = ℓ + lift_k + ε_k, ε_k ~ N(0, v), the
 * title's level ℓ ~ N(μ, v_L), an outcome ~ N(θ_k, σ²). What is not known of a title is shared by its pictures, so that a prior that is
 * wrong about the level does not look like one that is wrong about pictures. Exact: with n_k outcomes of mean y_k,
 *
 * ℓ | data ~ N(m/q, 1/q), q = 1/v_L + Σ_k 1/(v + σ²/n_k), m = μ/v_L + Σ_k (y_k − lift_k)/(v + σ²/n_k)
 * θ_k | ℓ, data ~ N((ℓ + lift_k) (1 − b_k) + b_k y_k, v (1 − b_k)), b_k = n_k v/(n_k v + σ²)
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
    this.counts = new Float64Array(prior.lifts.length);
    this.sums = new Float64Array(prior.lifts.length);
    this.variance = Math.max(LEAST_VARIANCE, prior.variance);
  }

  /** Place of the picture that looks best in one draw from the posterior. */
  choose(random: Random): number {
    const level = this.drawLevel(random);
    let [best, most] = [0, -Infinity];
    for (let k = 0; k < this.counts.length; k++) {
      const share = this.share(k);
      const expected = (level + this.prior.lifts[k]) * (1 - share) + share * this.mean(k);
      const drawn = expected + Math.sqrt(this.variance * (1 - share)) * normal(random);
      if (drawn > most) [best, most] = [k, drawn];
    }
    return best;
  }

  /** Takes in what picture k earned. */
  learn(k: number, reward: number): void {
    this.counts[k]++;
    this.sums[k] += reward;
  }

  private drawLevel(random: Random): number {
    const { mean, titleVariance, noise } = this.belief;
    let [precision, weighted] = [1 / titleVariance, mean / titleVariance];
    for (let k = 0; k < this.counts.length; k++) {
      if (this.counts[k] === 0) continue;
      const information = 1 / (this.variance + noise / this.counts[k]);
      precision += information;
      weighted += information * (this.mean(k) - this.prior.lifts[k]);
    }
    return weighted / precision + normal(random) / Math.sqrt(precision);
  }

  private share(k: number): number {
    const known = this.counts[k] * this.variance;
    return known / (known + this.belief.noise);
  }

  private mean(k: number): number {
    return this.counts[k] === 0 ? 0 : this.sums[k] / this.counts[k];
  }
}
