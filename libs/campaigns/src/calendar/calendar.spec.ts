import { easterSunday } from './easter-sunday';
import { occasionDay, type Occasion } from './occasion';
import { occasionsWithin } from './occasions-within';

describe('easterSunday', () => {
  // Almanacs; 1818 and 1943 are the earliest and one of the latest there are.
  it.each([
    [1818, '1818-03-22'],
    [1943, '1943-04-25'],
    [2000, '2000-04-23'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2038, '2038-04-25'],
  ])('%i in the West is %s', (year, day) => {
    expect(easterSunday(year, 'western')).toBe(day);
  });

  it.each([
    [2024, '2024-05-05'],
    [2025, '2025-04-20'],
    [2026, '2026-04-12'],
    [2027, '2027-05-02'],
  ])('%i in Orthodox churches is %s', (year, day) => {
    expect(easterSunday(year, 'orthodox')).toBe(day);
  });

  it('is a Sunday between 22 March and 25 April', () => {
    for (let year = 1900; year < 2100; year++) {
      const western = easterSunday(year, 'western');
      expect(new Date(western).getUTCDay()).toBe(0);
      expect(western.slice(5) >= '03-22' && western.slice(5) <= '04-25').toBe(true);
      expect(new Date(easterSunday(year, 'orthodox')).getUTCDay()).toBe(0);
    }
  });
});

describe('occasionDay', () => {
  it('knows all kinds of rules', () => {
    expect(occasionDay({ kind: 'fixed', day: '10-31' }, 2026)).toBe('2026-10-31');
    expect(occasionDay({ kind: 'fixed', day: '02-29' }, 2026)).toBeNull();
    expect(occasionDay({ kind: 'easter', reckoning: 'western', offsetDays: -2 }, 2026)).toBe('2026-04-03');
    // Thanksgiving: fourth Thursday of November; second Sunday of May; a fifth Monday that February has none of.
    expect(occasionDay({ kind: 'weekday', month: 11, weekday: 4, nth: 4 }, 2026)).toBe('2026-11-26');
    expect(occasionDay({ kind: 'weekday', month: 5, weekday: 0, nth: 2 }, 2026)).toBe('2026-05-10');
    expect(occasionDay({ kind: 'weekday', month: 2, weekday: 1, nth: 5 }, 2026)).toBeNull();
  });
});

describe('occasionsWithin', () => {
  const occasion = (name: string, day: string, countries: string[]): Occasion => ({
    ...{ name, rule: { kind: 'fixed', day }, countries, tones: [] },
  });
  const all = [
    occasion('New Year', '01-01', ['DE', 'JP']),
    occasion('Christmas', '12-25', ['DE']),
    occasion('Unity', '10-03', ['DE']),
  ];

  it('finds those of a country, over the turn of the year, in order', () => {
    const window = { country: 'DE', firstDay: '2026-12-25', lastDay: '2027-01-01' };
    expect(occasionsWithin(all, window).map(({ occasion: { name }, day }) => [name, day])).toEqual([
      ['Christmas', '2026-12-25'],
      ['New Year', '2027-01-01'],
    ]);
    expect(occasionsWithin(all, { ...window, country: 'JP' })).toHaveLength(1);
  });
});
