import type { AudienceBacktest, PairedDifference } from '@keyart/audience';
import { floorTable } from '../terminal/floor-table';
import { renderTable } from '../terminal/table';
import type { AudienceFloor } from './backtest-floors';
import type { JoinCounts } from './read-launches';

function digits(value: number): string {
  return value.toFixed(4);
}

function differenceText({ mean, low, high }: PairedDifference): string {
  return `${digits(mean)} [${digits(low)}, ${digits(high)}]`;
}

/** How charts and catalogue were joined. */
export function renderJoin(join: JoinCounts): string {
  const unknown = Object.entries(join.unknownOrigins).map(([name, count]) => `${name} (${count})`);
  return [
    `${join.chartRowCount} chart rows, ${join.chartNameCount} names; ${join.catalogueCount} titles of the catalogue`,
    `joined by kind and name ${join.joinedCount}, of these ${join.unfinishedCount} without weeks to judge them by`,
    `left out: ${join.ambiguousCount} names of several titles, ${join.otherKindCount} of the other kind only`,
    ...(unknown.length > 0 ? [`origins that are no country: ${unknown.join(', ')}`] : []),
  ].join('\n');
}

/** The backtest as text. */
export function renderBacktest(
  backtest: AudienceBacktest,
  join: JoinCounts,
  floors: readonly AudienceFloor[],
): string {
  const rows = backtest.rows.map((row) => [
    ...[row.name, digits(row.aucOverCountries), digits(row.aucOverTitles), digits(row.brier)],
    ...[digits(row.logLoss), digits(row.calibrationError)],
    ...[row.coverage === null ? '–' : digits(row.coverage), String(row.cellCount)],
  ]);
  const { testFrom, trainCount, forwardCount, testCount, countryCount, positiveFraction, seed } = backtest;
  return [
    renderJoin(join),
    `learnt on ${trainCount} titles over by ${testFrom}, ${forwardCount} of them held out by time for the calibration; ` +
      `tested on ${testCount} later ones in ${countryCount} countries, ${digits(positiveFraction)} charted; seed ${seed}`,
    renderTable([
      ['forecast', 'AUC countries', 'AUC titles', 'Brier', 'log-loss', 'ECE', 'within 80%', 'cells'],
      ...rows,
    ]),
    `stack less base rate, by title: log-loss ${differenceText(backtest.logLossDifference)}, ` +
      `AUC over countries ${differenceText(backtest.aucDifference)}; log-loss ${(100 * backtest.gainOverGlobal).toFixed(1)}% below the global rate's`,
    `regions: ${backtest.regions.map((countries) => countries.join(' ')).join(' · ')}`,
    floorTable(floors.map(({ value, ...floor }) => ({ ...floor, measured: digits(value) }))),
  ].join('\n\n');
}
