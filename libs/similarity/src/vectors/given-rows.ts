import { InputError } from '@keyart/common';
import type { SimilarityTitle } from '../similarity-title';
import { SIMILARITY_ERROR_CODES } from '../errors';
import type { DenseRows } from './dense-rows';

/** Vectors given from elsewhere: title id → vector, all of one length. A title without one is compared by the other blocks. */
export type GivenVectors = ReadonlyMap<string, ArrayLike<number>>;

/** Title id → tone → how much of it, ≥ 0; a tone that is not named counts 0. A title without tones is compared by the other blocks. */
export type GivenTones = ReadonlyMap<string, Readonly<Record<string, number>>>;

function bad(what: string, titleId: string, problem: string): InputError {
  return new InputError(SIMILARITY_ERROR_CODES.badVector, `${what} of title ${titleId}: ${problem}`);
}

/** Given vectors by title, `[n × D]`; zeros where there is none. @throws InputError `BAD_VECTOR` */
export function embeddingRows(titles: readonly SimilarityTitle[], given: GivenVectors): DenseRows {
  const width = titles.map(({ titleId }) => given.get(titleId)).find((one) => one)?.length ?? 0;
  const values = new Float32Array(titles.length * width);
  titles.forEach(({ titleId }, i) => {
    const vector = given.get(titleId);
    if (!vector) return;
    if (vector.length !== width)
      throw bad('embedding', titleId, `has ${vector.length} numbers, others have ${width}`);
    for (let d = 0; d < width; d++) {
      if (!Number.isFinite(vector[d])) throw bad('embedding', titleId, `number ${d} is ${vector[d]}`);
      values[i * width + d] = vector[d];
    }
  });
  return { rowCount: titles.length, width, values };
}

/** Tones by title, a column a tone by name; zeros where nothing is known. @throws InputError `BAD_VECTOR` */
export function toneRows(titles: readonly SimilarityTitle[], given: GivenTones): DenseRows {
  const rows = titles.map(({ titleId }) => Object.entries(given.get(titleId) ?? {}));
  const names = [...new Set(rows.flatMap((row) => row.map(([name]) => name)))].sort();
  const columnOf = new Map(names.map((name, column) => [name, column]));
  const values = new Float32Array(titles.length * names.length);
  rows.forEach((row, i) => {
    for (const [name, amount] of row) {
      if (!Number.isFinite(amount) || amount < 0)
        throw bad(`tone ${name}`, titles[i].titleId, `is ${amount}`);
      values[i * names.length + (columnOf.get(name) ?? 0)] = amount;
    }
  });
  return { rowCount: titles.length, width: names.length, values };
}
