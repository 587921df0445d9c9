import { checkWindows, isOpenIn, windowState, type CampaignWindow } from './campaign-window';
import { isDay, localDay } from './local-day';

const at = (text: string): number => Date.parse(text);

describe('localDay', () => {
  it.each([
    ['2026-12-31T23:30:00Z', 'Europe/Lisbon', '2026-12-31'],
    ['2026-12-31T23:30:00Z', 'Europe/Berlin', '2027-01-01'],
    ['2026-12-31T10:30:00Z', 'Pacific/Kiritimati', '2027-01-01'],
    ['2027-01-01T05:30:00Z', 'Asia/Kolkata', '2027-01-01'],
    ['2027-01-01T02:30:00Z', 'America/Sao_Paulo', '2026-12-31'],
    // Daylight saving began on 29 March 2026 in Berlin: midnight was at 23:00, the next one at 22:00.
    ['2026-03-28T23:00:00Z', 'Europe/Berlin', '2026-03-29'],
    ['2026-03-29T21:59:59Z', 'Europe/Berlin', '2026-03-29'],
    ['2026-03-29T22:00:00Z', 'Europe/Berlin', '2026-03-30'],
  ])('%s in %s is %s', (moment, zone, day) => {
    expect(localDay(at(moment), zone)).toBe(day);
  });

  it('refuses a zone that there is none of', () => {
    expect(() => localDay(0, 'Europe/Atlantis')).toThrow('timeZone: Europe/Atlantis is no time zone');
  });
});

describe('isDay', () => {
  it('knows the calendar', () => {
    expect(['2028-02-29', '2026-12-31'].map(isDay)).toEqual([true, true]);
    expect(['2027-02-29', '2026-13-01', '2026-1-1', '', '2026-12-31T00:00'].map(isDay)).toEqual(
      Array(5).fill(false),
    );
  });
});

describe('campaign windows', () => {
  const window = (country: string, timeZone: string): CampaignWindow => ({
    ...{ country, timeZone, firstDay: '2026-10-31', lastDay: '2026-10-31' },
  });

  it('open with the local day, in one country after the other', () => {
    const windows = [window('JP', 'Asia/Tokyo'), window('US', 'America/New_York')];
    expect(windowState(windows[0], at('2026-10-30T14:59:59Z'))).toBe('before');
    expect(windowState(windows[0], at('2026-10-30T15:00:00Z'))).toBe('open');
    expect(windowState(windows[0], at('2026-10-31T15:00:00Z'))).toBe('over');
    expect(isOpenIn(windows, 'US', at('2026-10-31T15:00:00Z'))).toBe(true);
    expect(isOpenIn(windows, 'JP', at('2026-10-31T15:00:00Z'))).toBe(false);
    expect(isOpenIn(windows, 'DE', at('2026-10-31T15:00:00Z'))).toBe(false);
  });

  it.each<[Partial<CampaignWindow>, string]>([
    [{ country: 'UK' }, 'windows[1].country: UK is no country of ISO 3166-1 alpha-2'],
    [{ country: 'JP' }, 'windows[1].country: JP has a window already'],
    [{ firstDay: '2026-02-30' }, 'windows[1].firstDay: 2026-02-30 is no day'],
    [{ lastDay: 'soon' }, 'windows[1].lastDay: soon is no day'],
    [{ lastDay: '2026-10-30' }, 'windows[1].lastDay: 2026-10-30 is before the first day, 2026-10-31'],
    [{ timeZone: 'Mars/Olympus' }, 'windows[1].timeZone: Mars/Olympus is no time zone'],
  ])('refuses %p', (changes, message) => {
    const windows = [window('JP', 'Asia/Tokyo'), { ...window('US', 'America/New_York'), ...changes }];
    expect(() => checkWindows(windows)).toThrow(message);
  });

  it('wants one at least', () => {
    expect(() => checkWindows([])).toThrow('windows: has none');
  });
});
