import { greedy } from '../exploration/greedy.policy';
import { randomPolicy } from '../exploration/random.policy';
import { barred, candidatesOf, contextOf, distributionOf, fixedScorer } from '../policy-cases.factory';
import { stickiness } from './stickiness.combinator';

const NOW_MS = 1_000_000;
const inner = greedy(fixedScorer({ a: 0.3, b: 0.25, c: 0.1 }));
const policy = stickiness(inner, { minimumMs: 1000, margin: 0.1 });
const candidates = candidatesOf('a', 'b', 'c');
const shown = (artworkId: string, ageMs: number, lockLeftMs: number | null = null) =>
  contextOf({
    shownBefore: {
      artworkId,
      shownAtMs: NOW_MS - ageMs,
      lockedUntilMs: lockLeftMs === null ? null : NOW_MS + lockLeftMs,
    },
  });
const read = (context: ReturnType<typeof shown>, one = policy) => {
  const { probabilities, stickyOutcome, isLocked } = distributionOf(one, context, candidates);
  return [stickyOutcome, probabilities, isLocked];
};

describe('stickiness', () => {
  it('does nothing where nothing was shown', () => {
    expect(read(contextOf())).toEqual(['none', [1, 0, 0], false]);
  });

  it('holds a picture younger than the minimum time, however bad', () => {
    expect(read(shown('c', 999))).toEqual(['held', [0, 0, 1], false]);
  });

  it('counts a clock that went back as age 0', () => {
    expect(read(shown('c', -5000))).toEqual(['held', [0, 0, 1], false]);
  });

  it('holds an older one unless another is better by the margin', () => {
    expect(read(shown('b', 1000))).toEqual(['held', [0, 1, 0], false]);
    expect(read(shown('c', 1000))).toEqual(['released', [1, 0, 0], false]);
  });

  it('releases an older one when there are no scores to compare', () => {
    const scoreless = stickiness(randomPolicy(), { minimumMs: 1000, margin: 0.1 });
    expect(read(shown('b', 999), scoreless)).toEqual(['held', [0, 1, 0], false]);
    expect(read(shown('b', 1000), scoreless)).toEqual(['released', [1 / 3, 1 / 3, 1 / 3], false]);
  });

  it('locks until the lock has run out', () => {
    expect(read(shown('c', 9000, 1))).toEqual(['locked', [0, 0, 1], true]);
    expect(read(shown('c', 9000, 0))).toEqual(['released', [1, 0, 0], false]);
  });

  it('forgets a picture that is gone or no longer eligible, locked or not', () => {
    expect(read(shown('z', 1, 1))).toEqual(['none', [1, 0, 0], false]);
    const withoutC = [candidates[0], candidates[1], barred(candidates[2])];
    const answer = distributionOf(policy, shown('c', 1, 1), withoutC);
    expect([answer.stickyOutcome, answer.isLocked, answer.probabilities]).toEqual(['none', false, [1, 0, 0]]);
  });

  it.each(['minimumMs', 'margin'])('refuses a negative %s by name', (name) => {
    expect(() => stickiness(inner, { minimumMs: 0, margin: 0, [name]: -1 })).toThrow(`${name} must be ≥ 0`);
  });
});
