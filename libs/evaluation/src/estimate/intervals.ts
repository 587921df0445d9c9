import { studentQuantile } from '../distributions/student-quantile';
import { freedomOfMean, type PointEstimate } from './delta-method';
import type { Functional } from './functional';
import { likelihoodInterval } from './likelihood-interval';
import type { LogSums } from './log-sums';
import type { Interval } from './percentile-interval';

/**
 * Intervals by empirical likelihood at any level. How far they go: Student's t, squared, with the fewest degrees of freedom of the error and
 * of the weights that it hangs on. Few heavy rows whose rewards happen to agree have a small error that is itself not well known.
 */
export class Intervals {
  private readonly freedoms = new Map<string, number>();

  constructor(private readonly sums: LogSums) {}

  /**
   * @param point of the functional, by the delta method
   * @param alpha missed with this probability, in (0, 1)
   * @returns null without a standard error, or where the functional is not defined at an end
   */
  of(functional: Functional, { degreesOfFreedom }: PointEstimate, alpha: number): Interval | null {
    if (degreesOfFreedom === null) return null;
    const freedoms = functional.weightKeys.map((key) => this.freedomOf(key));
    const quantile = studentQuantile(1 - alpha / 2, Math.min(degreesOfFreedom, ...freedoms));
    return likelihoodInterval(this.sums, functional, quantile ** 2);
  }

  private freedomOf(key: string): number {
    const freedom = this.freedoms.get(key) ?? freedomOfMean(this.sums, key) ?? Infinity;
    this.freedoms.set(key, freedom);
    return freedom;
  }
}
