import fc from 'fast-check';
import { holdoutSideOf, isMemberHeldOut, isTimeHeldOut } from './holdout-side';
import { HOLDOUT_SPLIT_VERSION, type HoldoutSplit } from './holdout-split';

const SPLIT: HoldoutSplit = {
  ...{ version: HOLDOUT_SPLIT_VERSION, salt: 'keyart', memberShare: 0.2 },
  from: '2026-05-01T00:00:00.000Z',
};
const IDS = Array.from({ length: 10_000 }, (_, i) => `u${i}`);

describe('the holdout split', () => {
  it('lets training have what is free by member and by time, and nothing else', () => {
    const decided = fc.record({
      userId: fc.string(),
      decidedAt: fc.date({ min: new Date('2026-04-01'), max: new Date('2026-06-01'), noInvalidDate: true }),
    });
    fc.assert(
      fc.property(decided, (one) => {
        const [member, time] = [isMemberHeldOut(SPLIT, one.userId), isTimeHeldOut(SPLIT, one.decidedAt)];
        expect(holdoutSideOf(SPLIT, one) === 'training').toBe(!member && !time);
        expect(holdoutSideOf(SPLIT, one) === 'holdout').toBe(member && time);
      }),
    );
  });

  it('holds out the moment itself, and the share asked for within 4 errors', () => {
    expect(isTimeHeldOut(SPLIT, new Date('2026-05-01T00:00:00Z'))).toBe(true);
    expect(isTimeHeldOut(SPLIT, new Date('2026-04-30T23:59:59.999Z'))).toBe(false);
    const share = IDS.filter((id) => isMemberHeldOut(SPLIT, id)).length / IDS.length;
    expect(Math.abs(share - 0.2)).toBeLessThan(4 * Math.sqrt((0.2 * 0.8) / IDS.length));
  });

  it('never lets a member back in when the share grows', () => {
    const more = { ...SPLIT, memberShare: 0.4 };
    expect(IDS.filter((id) => isMemberHeldOut(SPLIT, id) && !isMemberHeldOut(more, id))).toEqual([]);
  });

  it('draws others by another salt, independently', () => {
    const other = { ...SPLIT, salt: 'other' };
    const both = IDS.filter((id) => isMemberHeldOut(SPLIT, id) && isMemberHeldOut(other, id)).length;
    expect(Math.abs(both / IDS.length - 0.04)).toBeLessThan(4 * Math.sqrt((0.04 * 0.96) / IDS.length));
  });

  it('is the rule that earlier manifests were written by', () => {
    expect(IDS.slice(0, 40).filter((id) => isMemberHeldOut(SPLIT, id))).toEqual(PINNED);
  });
});

/** Of version 1: another list is another version. */
const PINNED = ['u1', 'u4', 'u10', 'u11', 'u13', 'u14', 'u29', 'u34'];
