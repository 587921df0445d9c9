import { candidatesOf, contextOf, distributionOf, fixedScorer } from '../policy-cases.factory';
import { greedy } from './greedy.policy';

describe('greedy', () => {
  it('is certain of the best score', () => {
    const policy = greedy(fixedScorer({ a: 0.1, b: 0.4, c: 0.3 }));
    expect(distributionOf(policy, contextOf(), candidatesOf('a', 'b', 'c')).probabilities).toEqual([0, 1, 0]);
  });

  it('takes the smallest artwork id of equal scores, whatever the order', () => {
    const policy = greedy(fixedScorer({ a: 0.4, b: 0.4, c: 0.3 }));
    expect(distributionOf(policy, contextOf(), candidatesOf('b', 'c', 'a')).probabilities).toEqual([0, 0, 1]);
  });
});
