import fc from 'fast-check';
import { greedy } from '../exploration/greedy.policy';
import { squareCb } from '../exploration/square-cb.policy';
import { barred, candidatesOf, contextOf, distributionOf, fixedScorer } from '../policy-cases.factory';
import { explorationFloor } from './exploration-floor.combinator';
import { stickiness } from './stickiness.combinator';

const scorer = fixedScorer({ a: 0.3, b: 0.2, c: 0.1, d: 0 });
const floored = explorationFloor(greedy(scorer), { epsilon: 0.06 });

describe('explorationFloor', () => {
  it('mixes ε of the uniform in', () => {
    const { probabilities } = distributionOf(floored, contextOf(), candidatesOf('a', 'b', 'c'));
    expect(probabilities).toEqual([0.94 + 0.02, 0.02, 0.02]);
  });

  it('counts the eligible only and gives the others nothing', () => {
    const [a, b, c] = candidatesOf('a', 'b', 'c');
    const { probabilities } = distributionOf(floored, contextOf(), [barred(a), b, c]);
    expect(probabilities).toEqual([0, 0.94 + 0.03, 0.03]);
  });

  it('leaves a single eligible artwork and a locked one alone', () => {
    expect(distributionOf(floored, contextOf(), candidatesOf('b')).probabilities).toEqual([1]);
    const locking = stickiness(greedy(scorer), { minimumMs: 0, margin: 0 });
    const shownBefore = { artworkId: 'b', shownAtMs: 0, lockedUntilMs: 2_000_000 };
    const answer = distributionOf(
      explorationFloor(locking, { epsilon: 0.06 }),
      contextOf({ shownBefore }),
      candidatesOf('a', 'b'),
    );
    expect(answer.probabilities).toEqual([0, 1]);
  });

  it('keeps at least ε/K exactly, in floating point, for every ε', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(unit, fc.double({ min: 0, max: 1e9, noNaN: true }), (epsilon, gamma) => {
        const policy = explorationFloor(squareCb(scorer, { gamma }), { epsilon });
        const { probabilities } = distributionOf(policy, contextOf(), candidatesOf('a', 'b', 'c', 'd'));
        return probabilities.every((p) => p >= epsilon / 4 && p <= 1);
      }),
      { seed: 7, numRuns: 2000 },
    );
  });

  it.each([-0.1, 1.1, NaN])('refuses ε = %p by name', (epsilon) => {
    expect(() => explorationFloor(greedy(scorer), { epsilon })).toThrow('epsilon must be ≥ 0 and ≤ 1');
  });
});
