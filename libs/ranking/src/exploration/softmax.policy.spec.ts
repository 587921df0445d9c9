import { candidatesOf, contextOf, distributionOf, fixedScorer } from '../policy-cases.factory';
import { softmax } from './softmax.policy';

describe('softmax', () => {
  it('weighs by exp(score / T)', () => {
    const policy = softmax(fixedScorer({ a: 0, b: 0.1 * Math.log(3) }), { temperature: 0.1 });
    const { probabilities } = distributionOf(policy, contextOf(), candidatesOf('a', 'b'));
    expect(probabilities[0]).toBeCloseTo(0.25, 14);
    expect(probabilities[1]).toBeCloseTo(0.75, 14);
  });

  it.each([0, -1, NaN])('refuses a temperature of %p by name', (temperature) => {
    expect(() => softmax(fixedScorer({}), { temperature })).toThrow('temperature');
  });
});
