import { isCountryCode } from '@keyart/contracts';
import { CampaignInputError } from '../errors';
import { isDay, localDay } from './local-day';

/** The days of a campaign in a country: whole days as people there live them, daylight saving included. */
export interface CampaignWindow {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** IANA name of the zone whose days count; a country with several has one that speaks for it. */
  readonly timeZone: string;
  /** `YYYY-MM-DD`, both days included. */
  readonly firstDay: string;
  readonly lastDay: string;
}

/** Before, in or after a window. */
export type WindowState = 'before' | 'open' | 'over';

/** Where a moment stands. @param nowMs Unix time */
export function windowState({ timeZone, firstDay, lastDay }: CampaignWindow, nowMs: number): WindowState {
  const today = localDay(nowMs, timeZone);
  if (today < firstDay) return 'before';
  return today > lastDay ? 'over' : 'open';
}

/** Whether the campaign runs in a country at a moment; a country without a window has none. */
export function isOpenIn(windows: readonly CampaignWindow[], country: string, nowMs: number): boolean {
  const window = windows.find((one) => one.country === country);
  return window !== undefined && windowState(window, nowMs) === 'open';
}

/** @throws CampaignInputError naming the window's field: a country twice or unknown, no such zone or day, an end before the start */
export function checkWindows(windows: readonly CampaignWindow[]): void {
  if (windows.length === 0) throw new CampaignInputError('windows', 'has none');
  const seen = new Set<string>();
  windows.forEach((window, i) => {
    const fail = (field: string, detail: string): never => {
      throw new CampaignInputError(`windows[${i}].${field}`, detail);
    };
    const { country, timeZone, firstDay, lastDay } = window;
    if (!isCountryCode(country)) fail('country', `${country} is no country of ISO 3166-1 alpha-2`);
    if (seen.has(country)) fail('country', `${country} has a window already`);
    seen.add(country);
    if (!isDay(firstDay)) fail('firstDay', `${firstDay} is no day, written YYYY-MM-DD`);
    if (!isDay(lastDay)) fail('lastDay', `${lastDay} is no day, written YYYY-MM-DD`);
    if (lastDay < firstDay) fail('lastDay', `${lastDay} is before the first day, ${firstDay}`);
    try {
      localDay(0, timeZone);
    } catch {
      fail('timeZone', `${timeZone} is no time zone`);
    }
  });
}
