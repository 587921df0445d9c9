import type { Random } from '@keyart/common';
import type { Presence } from './presence';

/** Texts as vectors of length 1: x_j = s_j/‖s‖ for each feature j that is there. */
export interface ScaledTexts {
  readonly presence: Presence;
  /** s ≥ 0, `[F]`. */
  readonly scales: Float32Array;
}

/** How a machine is fitted. */
export interface SvmOptions {
  /** C > 0: what an error costs against the size of the weights. */
  readonly cost: number;
  /** The largest step at which it stops; 0.1 as LIBLINEAR's default. */
  readonly tolerance: number;
  readonly maximumPasses: number;
  /** What an error on the positive side costs against one on the other; default 1. */
  readonly positiveWeight?: number;
  readonly random: Random;
}

/** A separating plane: margin = w · x + bias. */
export interface LinearModel {
  readonly weights: Float32Array;
  readonly bias: number;
}

/** 1/‖s‖ over the features of each text, `[n]`; 0: it has none. */
export function inverseNorms({ presence: { starts, columns }, scales }: ScaledTexts): Float32Array {
  return Float32Array.from({ length: starts.length - 1 }, (_, text) => {
    let sum = 0;
    for (let at = starts[text]; at < starts[text + 1]; at++) sum += scales[columns[at]] ** 2;
    return sum > 0 ? 1 / Math.sqrt(sum) : 0;
  });
}

/**
 * Support vector machine with squared hinge loss, min ½ ‖w‖² + C Σ_i max(0, 1 − y_i w·x_i)², by dual coordinate descent with a constant
 * feature for the bias (Hsieh et al. 2008, algorithm 1, as LIBLINEAR's solver 1, without shrinking).
 * @param labels `[n]`, true for the positive side
 */
export function fitLinearSvm(
  texts: ScaledTexts,
  labels: ArrayLike<boolean>,
  options: SvmOptions,
): LinearModel {
  return new DualDescent(texts, labels, options).run();
}

class DualDescent {
  private readonly weights: Float32Array;
  private bias = 0;
  private readonly alphas: Float64Array;
  private readonly norms: Float32Array;
  private readonly order: Uint32Array;

  constructor(
    private readonly texts: ScaledTexts,
    private readonly labels: ArrayLike<boolean>,
    private readonly options: SvmOptions,
  ) {
    const n = texts.presence.starts.length - 1;
    this.weights = new Float32Array(texts.presence.columnCount);
    this.alphas = new Float64Array(n);
    this.norms = inverseNorms(texts);
    this.order = Uint32Array.from({ length: n }, (_, i) => i);
  }

  run(): LinearModel {
    const { tolerance, maximumPasses } = this.options;
    for (let pass = 0; pass < maximumPasses; pass++) if (this.pass() < tolerance) break;
    return { weights: this.weights, bias: this.bias };
  }

  /** Visits all texts in random order; returns the largest projected gradient met. */
  private pass(): number {
    const { order } = this;
    let largest = 0;
    for (let left = order.length - 1; left >= 0; left--) {
      const drawn = Math.floor(this.options.random.next() * (left + 1));
      [order[drawn], order[left]] = [order[left], order[drawn]];
      largest = Math.max(largest, this.visit(order[left]));
    }
    return largest;
  }

  private visit(text: number): number {
    const { alphas, labels } = this;
    const { cost, positiveWeight = 1 } = this.options;
    const y = labels[text] ? 1 : -1;
    const diagonal = 1 / (2 * cost * (labels[text] ? positiveWeight : 1));
    const gradient = y * this.margin(text) - 1 + diagonal * alphas[text];
    const projected = alphas[text] === 0 ? Math.min(gradient, 0) : gradient;
    if (projected === 0) return 0;
    const before = alphas[text];
    const squaredNorm = 1 + (this.norms[text] > 0 ? 1 : 0);
    alphas[text] = Math.max(0, before - gradient / (squaredNorm + diagonal));
    this.move(text, (alphas[text] - before) * y);
    return Math.abs(projected);
  }

  private margin(text: number): number {
    const { presence, scales } = this.texts;
    const { starts, columns } = presence;
    let sum = 0;
    for (let at = starts[text], end = starts[text + 1]; at < end; at++) {
      const column = columns[at];
      sum += scales[column] * this.weights[column];
    }
    return sum * this.norms[text] + this.bias;
  }

  private move(text: number, step: number): void {
    const { presence, scales } = this.texts;
    const { starts, columns } = presence;
    const share = step * this.norms[text];
    this.bias += step;
    for (let at = starts[text], end = starts[text + 1]; at < end; at++) {
      const column = columns[at];
      this.weights[column] += share * scales[column];
    }
  }
}
