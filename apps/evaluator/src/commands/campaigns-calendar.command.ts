import { isDay, occasionsWithin } from '@keyart/campaigns';
import { InputError } from '@keyart/common';
import { isCountryCode } from '@keyart/contracts';
import type { Command } from 'commander';
import { readOccasions } from '../campaigns/calendar/read-occasions';
import { renderTable } from '../terminal/table';

interface CalendarFlags {
  readonly country: string;
  readonly from: string;
  readonly to: string;
  readonly file?: string;
  readonly json: boolean;
}

/** Years of one listing. */
const MOST_YEARS = 10;

async function runCalendar({ country, from, to, file, json }: CalendarFlags): Promise<void> {
  if (!isCountryCode(country)) throw bad(`--country ${country}: is no country of ISO 3166-1 alpha-2`);
  for (const [option, day] of [
    ['--from', from],
    ['--to', to],
  ] as const)
    if (!isDay(day)) throw bad(`${option} ${day}: must be a day written YYYY-MM-DD`);
  if (to < from) throw bad(`--to ${to}: is before --from ${from}`);
  if (Number(to.slice(0, 4)) - Number(from.slice(0, 4)) >= MOST_YEARS)
    throw bad(`--to ${to}: ${MOST_YEARS} years at most`);
  const occasions = await readOccasions(file);
  const found = occasionsWithin(occasions, { country, firstDay: from, lastDay: to }).map(
    ({ occasion, day }) => {
      const { name, tones, basis } = occasion;
      return { day, name, tones, basis };
    },
  );
  const rows = found.map(({ day, name, tones, basis }) => [day, name, tones.join(', '), basis]);
  const table = (): string => renderTable([['day', 'occasion', 'tones', 'observed there by'], ...rows]);
  process.stdout.write(
    `${json ? JSON.stringify(found) : rows.length > 0 ? table() : 'nothing in these days'}\n`,
  );
}

function bad(message: string): InputError {
  return new InputError('BAD_OPTION', message);
}

/** `keyart campaigns calendar`; `campaigns` is the command that others of its kind hang on. */
export function addCampaignCalendar(campaigns: Command): void {
  campaigns
    .command('calendar')
    .description('occasions that a country observes within some days')
    .requiredOption('--country <code>', 'ISO 3166-1 alpha-2')
    .requiredOption('--from <day>', 'YYYY-MM-DD')
    .requiredOption('--to <day>', 'YYYY-MM-DD')
    .option('--file <path>', 'another calendar; left out: models/calendar/occasions.json')
    .option('--json', 'print them as JSON', false)
    .action(runCalendar);
}
