import fc from 'fast-check';
import { isInstant } from './is-instant';

describe('isInstant', () => {
  it('takes every instant of four-digit years', () => {
    const years = { min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true };
    fc.assert(fc.property(fc.date(years), (date) => expect(isInstant(date.toISOString())).toBe(true)));
  });

  it.each([
    ['2024-02-29T00:00:00Z', true],
    ['2026-02-29T00:00:00Z', false],
    ['2026-13-01T00:00:00Z', false],
    ['2026-01-00T00:00:00Z', false],
    ['2026-01-01T24:00:00Z', false],
    ['2026-01-01T00:00:60Z', false],
    ['2026-01-01T00:00:00', false],
    ['2026-01-01', false],
    ['2026-01-01T00:00:00+02:00', true],
    [7, false],
    [null, false],
  ])('%s is %s', (value, expected) => {
    expect(isInstant(value)).toBe(expected);
  });
});
