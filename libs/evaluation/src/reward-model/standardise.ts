/** A number less its mean, by its deviation. */
export interface StandardNumber {
  readonly values: Float64Array;
  readonly mean: number;
  /** > 0; 1 where all are equal. */
  readonly deviation: number;
}

/** Over rows. @param rowCount `[values.length]`, rows that have each value */
export function standardise(values: Float64Array, rowCount: Float64Array): StandardNumber {
  let [total, sum] = [0, 0];
  values.forEach((value, i) => {
    total += rowCount[i];
    sum += rowCount[i] * value;
  });
  const mean = sum / total;
  const squares = values.reduce((all, value, i) => all + rowCount[i] * (value - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / total) || 1;
  return { values: values.map((value) => (value - mean) / deviation), mean, deviation };
}
