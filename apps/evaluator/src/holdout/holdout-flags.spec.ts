import { holdoutOptionsOf, type HoldoutFlags } from './holdout-flags';

const FLAGS: HoldoutFlags = {
  ...{ log: 'log.parquet', out: 'holdout.parquet', pairs: '5000', memberShare: '0.2' },
  ...{ salt: 'keyart', slice: 'uniform' },
};
const TOLD = { version: '0', command: 'test', now: new Date(0) };

describe('options of keyart holdout build', () => {
  it.each([
    [{ pairs: '0' }, '--pairs 0: must be a number whole, 1 at least'],
    [{ pairs: '10.5' }, '--pairs 10.5'],
    [{ memberShare: '1' }, '--member-share 1: must be a number in (0, 1)'],
    [{ timeShare: 'some' }, '--time-share some: must be a number in (0, 1)'],
    [{ lastDays: '-3' }, '--last-days -3: must be a number > 0'],
    [{ from: '1 May' }, '--from 1 May: must be a day or a time'],
    [{ from: '2026-02-30T00:00Z' }, '--from 2026-02-30T00:00Z'],
    [{ from: '2026-05-01', lastDays: '3' }, '--from and --last-days: only one of them may be given'],
    [{ salt: ' ' }, "--salt ' ': must not be empty"],
  ])('%j is refused, by name', (changes, message) => {
    expect(() => holdoutOptionsOf({ ...FLAGS, ...changes }, TOLD)).toThrow(message);
  });

  it.each([
    ['2026-05-01', '2026-05-01T00:00:00.000Z'],
    ['2026-05-01T12:30', '2026-05-01T12:30:00.000Z'],
    ['2026-05-01T12:30+02:00', '2026-05-01T10:30:00.000Z'],
  ])('--from %s is %s on every machine', (from, moment) => {
    const { period } = holdoutOptionsOf({ ...FLAGS, from }, TOLD);
    expect(period).toEqual({ kind: 'from', from: new Date(moment) });
  });

  it('holds out the latest fifth unless said otherwise', () => {
    expect(holdoutOptionsOf(FLAGS, TOLD).period).toEqual({ kind: 'time-share', share: 0.2 });
  });
});
