import { solveConjugateGradient } from '@keyart/common';
import type { RewardCells } from './reward-cells';
import type { RidgeModel } from './ridge-model';
import { standardise, type StandardNumber } from './standardise';

/** Rows that each coefficient is pulled towards 0 with; one shrinks a level that was seen once by half. */
const PENALTY = 1;

/**
 * Ridge regression of rewards on categories and numbers, once for each fold on all other folds, so that no member's rows are predicted by
 * a model that has seen them. The intercept is not penalised; numbers are standardised first.
 * Source: Hoerl & Kennard, Ridge regression, Technometrics 1970; Chernozhukov et al., Double/debiased machine learning, 2018 (folds).
 * @returns `[foldCount]`, the model for each fold
 */
export function fitRidge(cells: RewardCells): RidgeModel[] {
  const numbers = cells.numbers.map((values) => standardise(values, cells.rowCount));
  return Array.from({ length: cells.foldCount }, (_, fold) =>
    modelOf(solve(new NormalEquations(cells, numbers, fold)), cells, numbers),
  );
}

function solve(equations: NormalEquations): Float64Array {
  return solveConjugateGradient({
    apply: (vector, out) => equations.apply(vector, out),
    rightSide: equations.rightSide(),
    diagonal: equations.diagonal(),
  });
}

/** (Xᵀ N X + λ I) β = Xᵀ r over the cells outside of one fold; X is never written down. */
class NormalEquations {
  readonly size: number;
  private readonly offsets: number[];

  constructor(
    private readonly cells: RewardCells,
    private readonly numbers: readonly StandardNumber[],
    private readonly leftOutFold: number,
  ) {
    const counts = cells.categories.map(({ levelCount }) => levelCount);
    this.offsets = counts.map((_, c) => 1 + counts.slice(0, c).reduce((sum, count) => sum + count, 0));
    this.size = 1 + counts.reduce((sum, count) => sum + count, 0) + numbers.length;
  }

  apply(vector: Float64Array, out: Float64Array): void {
    const { rowCount } = this.cells;
    out.set(this.sumOver((cell) => rowCount[cell] * this.predict(vector, cell)));
    for (let j = 1; j < this.size; j++) out[j] += PENALTY * vector[j];
  }

  rightSide(): Float64Array {
    return this.sumOver((cell) => this.cells.rewardSum[cell]);
  }

  diagonal(): Float64Array {
    const diagonal = this.sumOver((cell) => this.cells.rowCount[cell], true);
    for (let j = 1; j < this.size; j++) diagonal[j] += PENALTY;
    return diagonal;
  }

  private predict(vector: Float64Array, cell: number): number {
    const { categories } = this.cells;
    const first = this.size - this.numbers.length;
    let sum = vector[0];
    for (let c = 0; c < categories.length; c++) sum += vector[this.offsets[c] + categories[c].level[cell]];
    for (let k = 0; k < this.numbers.length; k++) sum += vector[first + k] * this.numbers[k].values[cell];
    return sum;
  }

  /** Xᵀ of a number a cell. @param isSquared with the squares of X instead */
  private sumOver(valueOf: (cell: number) => number, isSquared = false): Float64Array {
    const { cellCount, fold, categories } = this.cells;
    const sums = new Float64Array(this.size);
    const first = this.size - this.numbers.length;
    for (let cell = 0; cell < cellCount; cell++) {
      if (fold[cell] === this.leftOutFold) continue;
      const value = valueOf(cell);
      sums[0] += value;
      for (let c = 0; c < categories.length; c++) sums[this.offsets[c] + categories[c].level[cell]] += value;
      for (let k = 0; k < this.numbers.length; k++) {
        const x = this.numbers[k].values[cell];
        sums[first + k] += value * (isSquared ? x * x : x);
      }
    }
    return sums;
  }
}

/** Back from standardised numbers. */
function modelOf(
  solution: Float64Array,
  { categories }: RewardCells,
  numbers: readonly StandardNumber[],
): RidgeModel {
  let at = 1;
  const levels = categories.map(({ levelCount }) => solution.slice(at, (at += levelCount)));
  const slopes = Float64Array.from(numbers, ({ deviation }, k) => solution[at + k] / deviation);
  const shift = numbers.reduce((sum, { mean }, k) => sum + slopes[k] * mean, 0);
  return { intercept: solution[0] - shift, levels, slopes };
}
