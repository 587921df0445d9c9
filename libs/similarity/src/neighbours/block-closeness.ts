import { rowOf } from '../vectors/dense-rows';
import type { BlockWeights, TitleVectors } from '../vectors/build-title-vectors';

/** Cosine of each block in [−1, 1]; a block that says nothing of one of the titles is not there. */
export type BlockCloseness = Readonly<Partial<Record<keyof BlockWeights, number>>>;

const DIGITS = 1e4;

function cosine(a: Float32Array, b: Float32Array): number | null {
  let [product, own, other] = [0, 0, 0];
  for (let d = 0; d < a.length; d++) {
    product += a[d] * b[d];
    own += a[d] * a[d];
    other += b[d] * b[d];
  }
  return own > 0 && other > 0 ? product / Math.sqrt(own * other) : null;
}

/** How close two titles, by place, are in each block, to four digits. */
export function blockCloseness({ rows, parts }: TitleVectors, a: number, b: number): BlockCloseness {
  const [own, other] = [rowOf(rows, a), rowOf(rows, b)];
  return Object.fromEntries(
    parts.flatMap(({ name, from, width }) => {
      const value = cosine(own.subarray(from, from + width), other.subarray(from, from + width));
      return value === null ? [] : [[name, Math.round(value * DIGITS) / DIGITS]];
    }),
  );
}
