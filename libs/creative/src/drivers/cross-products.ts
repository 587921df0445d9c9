import type { DriverRow } from './within-titles';

/** Σ w x xᵀ and Σ w x y over rows. */
export class CrossProducts {
  /** `[K · K]`, its lower triangle. */
  readonly matrix: Float64Array;
  /** `[K]` */
  readonly moment: Float64Array;

  constructor(readonly size: number) {
    this.matrix = new Float64Array(size * size);
    this.moment = new Float64Array(size);
  }

  add({ values, outcome, weight }: Pick<DriverRow, 'values' | 'outcome' | 'weight'>): this {
    const { size } = this;
    for (let i = 0; i < size; i++) {
      const part = weight * values[i];
      if (part === 0) continue;
      this.moment[i] += part * outcome;
      for (let j = 0; j <= i; j++) this.matrix[i * size + j] += part * values[j];
    }
    return this;
  }

  /** These and `times` the others. */
  plus({ matrix, moment }: CrossProducts, times = 1): CrossProducts {
    const sum = new CrossProducts(this.size);
    for (let i = 0; i < matrix.length; i++) sum.matrix[i] = this.matrix[i] + times * matrix[i];
    for (let i = 0; i < moment.length; i++) sum.moment[i] = this.moment[i] + times * moment[i];
    return sum;
  }

  /** Σ w x² of a column. */
  squares(k: number): number {
    return this.matrix[k * this.size + k];
  }
}
