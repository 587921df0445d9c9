import { addAmounts, NO_AMOUNT, scaleAmount, type Amount } from './amount';
import type { Candidate, Target } from './candidate';

/**
 * How far each target is reached by the work taken so far. What is reached is, for each target, the best of what was taken,
 * so that `f(S) = Σ weight × max level` is monotone and submodular (facility location): what a candidate adds never grows with what is taken.
 */
export class Coverage {
  private readonly levels: number[];

  constructor(private readonly targets: readonly Target[]) {
    this.levels = targets.map(({ level }) => level);
  }

  /** Viewers a candidate adds now, the middle of the interval. */
  gain({ reaches }: Candidate): number {
    let sum = 0;
    for (const { target, level } of reaches)
      sum += this.targets[target].weight.value * this.rise(target, level);
    return sum;
  }

  /** The same by country, countries without gain left out. */
  gainByCountry({ reaches }: Candidate): Map<string, Amount> {
    const gains = new Map<string, Amount>();
    for (const { target, level } of reaches) {
      const { country, weight } = this.targets[target];
      const rise = this.rise(target, level);
      if (rise * weight.high > 0)
        gains.set(country, addAmounts(gains.get(country) ?? NO_AMOUNT, scaleAmount(weight, rise)));
    }
    return gains;
  }

  take({ reaches }: Candidate): void {
    for (const { target, level } of reaches) this.levels[target] = Math.max(this.levels[target], level);
  }

  private rise(target: number, level: number): number {
    return Math.max(0, level - this.levels[target]);
  }
}
