import { logSampleRatioEValue, PRIOR_CONCENTRATIONS } from './sample-ratio-e-value';

/** Probability of so many of each kind among all, by the shares. */
function multinomial(counts: readonly number[], shares: readonly number[]): number {
  let [probability, place] = [1, 0];
  counts.forEach((count, i) => {
    for (let k = 1; k <= count; k++) probability *= (++place / k) * shares[i];
  });
  return probability;
}

describe('logSampleRatioEValue', () => {
  it.each([1, 2, 17, 120])('has an expectation of 1 over all that %i members may do', (memberCount) => {
    const shares = [0.75, 0.25];
    let expectation = 0;
    for (let k = 0; k <= memberCount; k++) {
      const counts = [k, memberCount - k];
      expectation += multinomial(counts, shares) * Math.exp(logSampleRatioEValue(counts, shares));
    }
    expect(expectation).toBeCloseTo(1, 9);
  });

  it('has an expectation of 1 with three arms', () => {
    const shares = [0.5, 0.3, 0.2];
    let expectation = 0;
    for (let a = 0; a <= 20; a++)
      for (let b = 0; a + b <= 20; b++) {
        const counts = [a, b, 20 - a - b];
        expectation += multinomial(counts, shares) * Math.exp(logSampleRatioEValue(counts, shares));
      }
    expect(expectation).toBeCloseTo(1, 9);
  });

  it('is the mean over its concentrations', () => {
    const [counts, shares] = [
      [70, 40],
      [0.5, 0.5],
    ];
    const each = PRIOR_CONCENTRATIONS.map((one) => Math.exp(logSampleRatioEValue(counts, shares, [one])));
    const mean = each.reduce((sum, value) => sum + value, 0) / each.length;
    expect(Math.exp(logSampleRatioEValue(counts, shares))).toBeCloseTo(mean, 9);
  });

  it('is 1 before anybody came', () => {
    expect(logSampleRatioEValue([0, 0], [0.5, 0.5])).toBe(0);
  });

  it.each([
    ['an arm that is empty', [0, 40]],
    ['an arm of a million, the other empty', [1e6, 0]],
    ['a thousand million', [5e8, 5e8]],
  ])('is a number for %s', (_, counts) => {
    expect(Number.isFinite(logSampleRatioEValue(counts, [0.5, 0.5]))).toBe(true);
  });
});
