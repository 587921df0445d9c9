import type { Policy } from '../policy';
import {
  barred,
  candidateOf,
  candidatesOf,
  contextOf,
  distributionOf,
  fixedScorer,
} from '../policy-cases.factory';
import { greedy } from '../exploration/greedy.policy';
import { eligibility } from './eligibility.combinator';

const unasked: Policy = {
  name: 'unasked',
  distribute: () => {
    throw new Error('must not be asked');
  },
};

describe('eligibility', () => {
  it('shows the inner policy the eligible only, by artwork id', () => {
    const inner = greedy(fixedScorer({ a: 0.9, b: 0.1, c: 0.2 }));
    const seen: string[][] = [];
    const spy: Policy = {
      name: 'spy',
      distribute: (context, candidates) => {
        seen.push(candidates.map(({ descriptor }) => descriptor.artworkId));
        return inner.distribute(context, candidates);
      },
    };
    const [c, a, b] = candidatesOf('c', 'a', 'b');
    const answer = distributionOf(eligibility(spy), contextOf(), [c, barred(a), b]);
    expect(seen).toEqual([['b', 'c']]);
    expect(answer.probabilities).toEqual([1, 0, 0]);
    expect(answer.scores).toEqual([0.2, null, 0.1]);
  });

  it.each([[[]], [[barred(candidateOf('a'))]]])(
    'is unavailable without asking when nothing is eligible',
    (none) => {
      expect(eligibility(unasked).distribute(contextOf(), none)).toEqual({
        kind: 'unavailable',
        failures: [{ source: 'editorial', reason: 'no-eligible-artwork' }],
      });
    },
  );
});
