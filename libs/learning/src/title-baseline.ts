import { rowVariance } from './artwork-tally';
import { priorStrength } from './empirical-bayes';
import { importanceWeight } from './importance-weight';

/** A reward and how its picture came to be shown. */
export interface TitleReward {
  readonly titleId: string;
  readonly reward: number;
  /** Final probability of the shown artwork as logged, in (0, 1]. */
  readonly propensity: number;
  /** K, eligible candidates of the decision, ≥ 1. */
  readonly candidateCount: number;
}

/** Weighted sums over rows, from which one row can be taken out again. */
interface Sums {
  weight: number;
  squaredWeight: number;
  reward: number;
  squaredReward: number;
}

const emptySums = (): Sums => ({ weight: 0, squaredWeight: 0, reward: 0, squaredReward: 0 });

function addTo(sums: Sums, weight: number, reward: number): void {
  sums.weight += weight;
  sums.squaredWeight += weight ** 2;
  sums.reward += weight * reward;
  sums.squaredReward += weight * reward ** 2;
}

/** Mean, Kish's effective count and the squared deviations scaled to it. */
function summaryOf({ weight, squaredWeight, reward, squaredReward }: Sums) {
  const [mean, count] = [reward / weight, weight ** 2 / squaredWeight];
  return { mean, count, squares: Math.max(0, squaredReward / weight - mean ** 2) * count };
}

/** Clip of the importance weights. */
const MAX_WEIGHT = 10;

/**
 * What a title earns whatever its picture: the mean reward under the uniform policy, leaving out the row it is asked for.
 *
 * b_i = (Σ_{j≠i, same title} w_j r_j + κ μ_{−i}) / (Σ_{j≠i, same title} w_j + κ), w = min(1 / (K · propensity), 10), μ the
 * weighted mean of all other rows, κ = σ²/τ² of the titles by the method of moments (`priorStrength`). Weights average 1
 * under any logger with full support, so κ is in rows. Since b_i does not see r_i, and w makes every picture of the title
 * count alike, r_i − b_i keeps the differences between a title's pictures in expectation, and loses what the titles differ
 * by (the control variate of Greensmith, Bartlett & Baxter 2004). Only κ, one number for the whole log, sees all rows.
 * Add every row first, then ask.
 */
export class TitleBaseline {
  private readonly titles = new Map<string, Sums>();
  private readonly all = emptySums();
  private strength: number | null = null;

  /** Takes a rendered, attributed, unlocked row in. */
  add(row: TitleReward): void {
    const sums = this.titles.get(row.titleId) ?? emptySums();
    this.titles.set(row.titleId, sums);
    for (const each of [sums, this.all]) addTo(each, importanceWeight(row, MAX_WEIGHT), row.reward);
    this.strength = null;
  }

  /** The baseline of a row that was added, on the reward scale; 0 for the only row there is. */
  of(row: TitleReward): number {
    const weight = importanceWeight(row, MAX_WEIGHT);
    const weighted = weight * row.reward;
    const { all } = this;
    const title = this.titles.get(row.titleId) ?? emptySums();
    const others = all.weight - weight;
    const mean = others > 1e-9 ? (all.reward - weighted) / others : 0;
    const strength = (this.strength ??= this.estimateStrength());
    return (title.reward - weighted + strength * mean) / (title.weight - weight + strength);
  }

  private estimateStrength(): number {
    const titles = [...this.titles.values()].map(summaryOf);
    return priorStrength([titles], rowVariance(titles));
  }
}
