/** Least-squares slope of values at steps 0, 1, …; 0 for fewer than two. */
export function slopePerStep(values: readonly number[]): number {
  const count = values.length;
  const meanStep = (count - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  let covariance = 0;
  let variance = 0;
  values.forEach((value, step) => {
    covariance += (step - meanStep) * (value - mean);
    variance += (step - meanStep) ** 2;
  });
  return variance === 0 ? 0 : covariance / variance;
}
