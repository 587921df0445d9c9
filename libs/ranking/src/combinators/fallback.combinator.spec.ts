import { greedy } from '../exploration/greedy.policy';
import type { Policy } from '../policy';
import { candidatesOf, contextOf, distributionOf, fixedScorer } from '../policy-cases.factory';
import { unavailable } from '../unavailable';
import { fallback } from './fallback.combinator';

const answering = greedy(fixedScorer({ a: 1, b: 0 }));
const failing = (reason: string): Policy => ({ name: reason, distribute: () => unavailable('llm', reason) });
const candidates = candidatesOf('a', 'b');

describe('fallback', () => {
  it('takes the first that answers and records why those before it did not', () => {
    const policy = fallback([
      failing('no-label-scores'),
      failing('low-label-mass'),
      answering,
      failing('never'),
    ]);
    const answer = distributionOf(policy, contextOf(), candidates);
    expect(answer.probabilities).toEqual([1, 0]);
    expect(answer.tierFailures).toEqual([
      { source: 'llm', reason: 'no-label-scores' },
      { source: 'llm', reason: 'low-label-mass' },
    ]);
  });

  it('keeps the failures of a nested fallback in order', () => {
    const policy = fallback([failing('outer'), fallback([failing('inner'), answering])]);
    const { tierFailures } = distributionOf(policy, contextOf(), candidates);
    expect(tierFailures.map(({ reason }) => reason)).toEqual(['outer', 'inner']);
  });

  it('is unavailable with all failures when none answers', () => {
    const answer = fallback([failing('one'), failing('two')]).distribute(contextOf(), candidates);
    expect(answer.kind === 'unavailable' && answer.failures.map(({ reason }) => reason)).toEqual([
      'one',
      'two',
    ]);
  });

  it('does not mask that nothing is eligible', () => {
    const policy = fallback([failing('no-eligible-artwork'), answering]);
    expect(policy.distribute(contextOf(), candidates)).toEqual(unavailable('llm', 'no-eligible-artwork'));
  });

  it('refuses an empty list', () => {
    expect(() => fallback([])).toThrow('policies');
  });
});
