import fc from 'fast-check';
import { DAY_MS, dayAt, someShift } from '../some-streams.factory';
import type { StreamShift } from '../screening/watch-streams';
import { groupShifts } from './group-shifts';

const group = (shifts: readonly StreamShift[], watchedTitleCount = 20) =>
  groupShifts(shifts, { bucketMs: DAY_MS, watchedTitleCount });

describe('groupShifts', () => {
  it('takes streams of a title that began together for one incident, however late one alarms', () => {
    const shifts = [
      someShift(),
      someShift({ measure: 'tone:anger', direction: 'up', day: 11, alarmDay: 30 }),
      someShift({ measure: 'volume', direction: 'up', day: 10 }),
    ];
    const [incident, ...others] = group(shifts);
    expect(others).toEqual([]);
    expect(incident).toMatchObject({
      scope: 'title',
      titleIds: ['dark'],
      firstAlarmAt: dayAt(13),
      lastAlarmAt: dayAt(30),
    });
    expect(incident.shifts).toHaveLength(3);
    expect(incident.onsetAt).toEqual(dayAt(10));
  });

  it('keeps apart what began at other times, and other titles', () => {
    const shifts = [someShift(), someShift({ day: 40 }), someShift({ titleId: 'light' })];
    expect(group(shifts).map(({ titleIds, firstAlarmAt }) => [titleIds[0], firstAlarmAt])).toEqual([
      ['dark', dayAt(43)],
      ['dark', dayAt(13)],
      ['light', dayAt(13)],
    ]);
  });

  it('keeps the key of an incident that grows', () => {
    const [before] = group([someShift()]);
    const [after] = group([someShift(), someShift({ measure: 'tone:anger', alarmDay: 20 })]);
    expect(after.key).toBe(before.key);
  });

  it('takes the same shift on many titles for one of the platform', () => {
    const many = Array.from({ length: 6 }, (_, i) => someShift({ titleId: `t${i}`, day: 10 + (i % 3) }));
    const own = someShift({ titleId: 't0', measure: 'tone:anger', direction: 'up', day: 11 });
    const elsewhere = someShift({ titleId: 'alone', direction: 'up' });
    const incidents = group([...many, own, elsewhere], 30);
    expect(incidents.map(({ scope }) => scope).sort()).toEqual(['platform', 'title']);
    const platform = incidents.find(({ scope }) => scope === 'platform');
    expect(platform?.titleIds).toEqual(['t0', 't1', 't2', 't3', 't4', 't5']);
    expect(platform?.shifts).toHaveLength(7);
    // Six of 100 titles are not many, and four are never.
    expect(group(many, 100).every(({ scope }) => scope === 'title')).toBe(true);
    expect(group(many.slice(0, 4), 5).every(({ scope }) => scope === 'title')).toBe(true);
  });

  it('does not depend on the order, and loses or doubles no shift', () => {
    const shift = fc
      .record({
        titleId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
        measure: fc.constantFrom('polarity' as const, 'volume' as const, 'tone:joy' as const),
        direction: fc.constantFrom('up' as const, 'down' as const),
        day: fc.integer({ min: 0, max: 60 }),
        delay: fc.integer({ min: 1, max: 20 }),
      })
      .map(({ delay, day, ...more }) => someShift({ ...more, day, alarmDay: day + delay }));
    const distinct = fc.uniqueArray(shift, {
      selector: ({ titleId, measure, startAt }) => `${titleId}/${measure}/${startAt.getTime()}`,
      maxLength: 25,
    });
    fc.assert(
      fc.property(distinct, fc.func(fc.integer()), (shifts, rank) => {
        const incidents = group(shifts, 7);
        const shuffled = [...shifts].sort((a, b) => rank(a) - rank(b));
        expect(group(shuffled, 7)).toEqual(incidents);
        expect(new Set(incidents.flatMap((incident) => incident.shifts))).toEqual(new Set(shifts));
        expect(incidents.reduce((sum, incident) => sum + incident.shifts.length, 0)).toBe(shifts.length);
        expect(new Set(incidents.map(({ key }) => key)).size).toBe(incidents.length);
      }),
    );
  });
});
