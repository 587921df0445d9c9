import { greedy } from '../exploration/greedy.policy';
import { barred, candidatesOf, contextOf, distributionOf, fixedScorer } from '../policy-cases.factory';
import { explorationFloor } from './exploration-floor.combinator';
import { pinned } from './pinned.combinator';
import { stickiness } from './stickiness.combinator';

const inner = greedy(fixedScorer({ a: 0.3, b: 0.2, c: 0.1 }));
const policy = explorationFloor(pinned(inner), { epsilon: 0.1 });
const candidates = candidatesOf('a', 'b', 'c');

describe('pinned', () => {
  it('is certain of the pinned artwork, locked, and keeps the scores', () => {
    const answer = distributionOf(policy, contextOf({ pinnedArtworkId: 'c' }), candidates);
    expect(answer).toMatchObject({ probabilities: [0, 0, 1], stickyOutcome: 'pinned', isLocked: true });
    expect(answer.scores).toEqual([0.3, 0.2, 0.1]);
  });

  it('comes before a picture locked by a play', () => {
    const shownBefore = { artworkId: 'b', shownAtMs: 999_999, lockedUntilMs: 2_000_000 };
    const locking = pinned(stickiness(inner, { minimumMs: 0, margin: 0 }));
    const answer = distributionOf(locking, contextOf({ shownBefore, pinnedArtworkId: 'c' }), candidates);
    expect([answer.stickyOutcome, answer.probabilities]).toEqual(['pinned', [0, 0, 1]]);
  });

  it.each([null, 'gone', 'c'])(
    'changes nothing where %p is pinned and c may not be shown',
    (pinnedArtworkId) => {
      const some = [candidates[0], candidates[1], barred(candidates[2])];
      expect(distributionOf(pinned(inner), contextOf({ pinnedArtworkId }), some)).toEqual(
        distributionOf(inner, contextOf(), some),
      );
    },
  );
});
