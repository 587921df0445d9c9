import { barred, candidateOf, candidatesOf, contextOf, distributionOf } from '../policy-cases.factory';
import { randomPolicy } from './random.policy';

describe('randomPolicy', () => {
  it('is uniform over the eligible and has no scores', () => {
    const candidates = [barred(candidateOf('a')), ...candidatesOf('b', 'c')];
    const answer = distributionOf(randomPolicy(), contextOf(), candidates);
    expect(answer.probabilities).toEqual([0, 0.5, 0.5]);
    expect(answer.scores).toEqual([null, null, null]);
  });

  it('is unavailable when nothing is eligible', () => {
    const answer = randomPolicy().distribute(contextOf(), [barred(candidateOf('a'))]);
    expect(answer).toEqual({
      kind: 'unavailable',
      failures: [{ source: 'random', reason: 'no-eligible-artwork' }],
    });
  });
});
