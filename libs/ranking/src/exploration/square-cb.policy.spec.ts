import { candidatesOf, contextOf, distributionOf, fixedScorer } from '../policy-cases.factory';
import { squareCb } from './square-cb.policy';

const context = contextOf();

describe('squareCb', () => {
  it('gives 1 / (K + γ gap) to all but the best and the rest to the best', () => {
    const policy = squareCb(fixedScorer({ a: 0.5, b: 0.3, c: 0.45 }), { gamma: 20 });
    const { probabilities } = distributionOf(policy, context, candidatesOf('a', 'b', 'c'));
    // b: 1 / (3 + 20 · .2) = 1/7; c: 1 / (3 + 20 · .05) = 1/4; a: 1 − 1/7 − 1/4 = 17/28
    expect(probabilities[0]).toBeCloseTo(17 / 28, 14);
    expect(probabilities[1]).toBeCloseTo(1 / 7, 14);
    expect(probabilities[2]).toBeCloseTo(1 / 4, 14);
  });

  it('shares alike between ties, whatever their order', () => {
    const policy = squareCb(fixedScorer({ a: 0.2, b: 0.2, c: 0.1 }), { gamma: 10 });
    // a: 1 − 1/3 − 1/4 = 5/12; b: 1/3; c: 1/4
    const { probabilities } = distributionOf(policy, context, candidatesOf('c', 'b', 'a'));
    expect(probabilities.map((p) => Math.round(p * 12))).toEqual([3, 4, 5]);
  });

  it('is uniform for γ = 0 and certain of a single candidate', () => {
    const policy = squareCb(fixedScorer({ a: 0.9, b: 0.1 }), { gamma: 0 });
    expect(distributionOf(policy, context, candidatesOf('a', 'b')).probabilities).toEqual([0.5, 0.5]);
    expect(distributionOf(policy, context, candidatesOf('b')).probabilities).toEqual([1]);
  });

  it('is unavailable for a score that is not a number', () => {
    const policy = squareCb(fixedScorer({ a: 0.9, b: NaN }), { gamma: 1 });
    expect(policy.distribute(context, candidatesOf('a', 'b'))).toEqual({
      kind: 'unavailable',
      failures: [{ source: 'bandit', reason: 'bad-score' }],
    });
  });

  it.each([-1, NaN, Infinity])('refuses γ = %p by name', (gamma) => {
    expect(() => squareCb(fixedScorer({}), { gamma })).toThrow('gamma must be ≥ 0 and finite');
  });
});
