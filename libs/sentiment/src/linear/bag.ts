import { inverseNorms, type ScaledTexts } from './fit-linear-svm';
import type { Presence } from './presence';

/**
 * Linear scores of a bag of features: margin_c = (Σ_j v_jc)/√(Σ_j s_j²) + b_c over the features j of a text. The two sums are all that serving
 * needs, so that one small graph serves every such model.
 */
export interface Bag {
  /** v, `[F × C]`, row by row. */
  readonly values: Float32Array;
  /** s ≥ 0, `[F]`. */
  readonly scales: Float32Array;
  /** b, `[C]`. */
  readonly biases: Float32Array;
}

/** Margins of texts, `[n × C]`, row by row; a text without known features has the biases. */
export function bagMargins({ values, scales, biases }: Bag, presence: Presence): Float32Array {
  const { starts, columns } = presence;
  const classCount = biases.length;
  const norms = inverseNorms({ presence, scales });
  const margins = new Float32Array((starts.length - 1) * classCount);
  for (let text = 0; text + 1 < starts.length; text++) {
    const row = text * classCount;
    for (let at = starts[text]; at < starts[text + 1]; at++) {
      const from = columns[at] * classCount;
      for (let c = 0; c < classCount; c++) margins[row + c] += values[from + c];
    }
    for (let c = 0; c < classCount; c++) margins[row + c] = margins[row + c] * norms[text] + biases[c];
  }
  return margins;
}

/** Puts one plane for each class together; v_jc = w_jc s_j. */
export function bagOf(
  { scales }: Pick<ScaledTexts, 'scales'>,
  planes: readonly { readonly weights: Float32Array; readonly bias: number }[],
): Bag {
  const values = new Float32Array(scales.length * planes.length);
  planes.forEach(({ weights }, c) => {
    for (let j = 0; j < scales.length; j++) values[j * planes.length + c] = weights[j] * scales[j];
  });
  return { values, scales, biases: Float32Array.from(planes, ({ bias }) => bias) };
}
