import { createRandom } from '@keyart/common';
import { fitLogisticRegression, type LogisticExample } from './fit-logistic-regression';

function drawn(weights: readonly number[], offsetOf: (x: number) => number = () => 0): LogisticExample[] {
  const random = createRandom('fit-logistic-regression');
  return Array.from({ length: 4_000 }, () => {
    const inputs = [1, 2 * random.next() - 1, random.next()];
    const offset = offsetOf(random.next());
    const logOdds = inputs.reduce((sum, input, d) => sum + input * weights[d], offset);
    return { inputs, offset, isPresent: random.next() < 1 / (1 + Math.exp(-logOdds)) };
  });
}

describe('fitLogisticRegression', () => {
  const truth = [-1, 2, 0.5];
  /** Four times the largest standard error of the three weights with 4,000 examples (.13). */
  const tolerance = 0.52;

  it('finds the weights that examples were drawn with', () => {
    fitLogisticRegression(drawn(truth)).forEach((weight, d) =>
      expect(Math.abs(weight - truth[d])).toBeLessThan(tolerance),
    );
  });

  it('takes offsets as given', () => {
    fitLogisticRegression(drawn(truth, (x) => 4 * x - 2)).forEach((weight, d) =>
      expect(Math.abs(weight - truth[d])).toBeLessThan(tolerance),
    );
  });

  it('leaves an input that is always 0 without weight', () => {
    const examples = drawn(truth).map(({ inputs, ...rest }) => ({ ...rest, inputs: [...inputs, 0] }));
    expect(fitLogisticRegression(examples)[3]).toBe(0);
  });
});
