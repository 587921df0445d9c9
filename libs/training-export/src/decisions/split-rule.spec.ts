import type { TrainingTitle } from '@keyart/contracts';
import { ViewerTimeline } from '../context/viewer-timeline';
import { aContext, aDecision, DECIDED_AT_MS } from '../rows/row-plan.factory';
import { sideOf, type SplitRule } from './split-rule';

const RULE: SplitRule = {
  ...{ members: 'marked', validationShare: 0.3, seed: '1', cutAtMs: DECIDED_AT_MS },
  isKeptForHoldout: ({ decisionId }) => decisionId === 'kept',
};
const CONTEXT = {
  ...aContext(),
  viewers: new Map([
    ['in', new ViewerTimeline({ memberId: 'in', region: '', history: [] })],
    ['out', new ViewerTimeline({ memberId: 'out', region: '', history: [], isHeldOut: true })],
  ]),
  titles: new Map([
    ['t0', { titleId: 't0' } as TrainingTitle],
    ['t1', { titleId: 't1', isHeldOut: true } as TrainingTitle],
  ]),
};

describe('sideOf', () => {
  it.each([
    [{ userId: 'in', atMs: DECIDED_AT_MS - 1 }, 'train'],
    [{ userId: 'in', atMs: DECIDED_AT_MS }, 'after-cut'],
    [{ userId: 'out', atMs: DECIDED_AT_MS - 1 }, 'validation'],
    [{ userId: 'out', atMs: DECIDED_AT_MS + 1, titleId: 't1' }, 'validation'],
    [{ userId: 'in', atMs: DECIDED_AT_MS - 1, titleId: 't1' }, 'held-out-title'],
    [{ userId: 'out', decisionId: 'kept' }, 'outside-training-side'],
  ])('%j: %s', (changes, side) => {
    expect(sideOf(RULE, CONTEXT, aDecision(changes))).toBe(side);
  });

  it('draws members where none is marked: each is on one side, about as many as asked for', () => {
    const rule: SplitRule = { ...RULE, members: 'drawn', cutAtMs: null };
    const sides = Array.from({ length: 2000 }, (_, i) => {
      const [early, late] = [0, 1].map((atMs) => sideOf(rule, CONTEXT, aDecision({ userId: `u${i}`, atMs })));
      expect(early).toBe(late);
      return early;
    });
    const share = sides.filter((side) => side === 'validation').length / sides.length;
    const standardError = Math.sqrt((0.3 * 0.7) / 2000);
    expect(Math.abs(share - 0.3)).toBeLessThan(4 * standardError);
  });
});
