import { CampaignInputError } from '../errors';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
/** Building one takes longer than all else that is done with it. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();

/**
 * The day that a moment belongs to somewhere, as `YYYY-MM-DD`; such days compare as texts.
 * @param atMs Unix time
 * @param timeZone IANA name, e.g. `America/Sao_Paulo`
 * @throws CampaignInputError `timeZone`
 */
export function localDay(atMs: number, timeZone: string): string {
  const parts = formatOf(timeZone).formatToParts(atMs);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** Whether a text is a day of the calendar, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const [, year, month, day] = (DAY.exec(text) ?? []).map(Number);
  if (day === undefined) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = FORMATS.get(timeZone);
  if (known) return known;
  const format = newFormat(timeZone);
  FORMATS.set(timeZone, format);
  return format;
}

function newFormat(timeZone: string): Intl.DateTimeFormat {
  const fields = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  try {
    return new Intl.DateTimeFormat('en-US', { ...fields, timeZone, calendar: 'gregory' });
  } catch {
    throw new CampaignInputError('timeZone', `${timeZone} is no time zone`);
  }
}
