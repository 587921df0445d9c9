import type { AudienceBacktest, BacktestRow } from '@keyart/audience';

/** A measured figure and what it must reach. */
export interface AudienceFloor {
  readonly what: string;
  readonly value: number;
  readonly wanted: string;
  readonly isMet: boolean;
}

function rowOf({ rows }: AudienceBacktest, name: string): BacktestRow {
  const row = rows.find((one) => one.name === name);
  if (row) return row;
  throw new Error(`the backtest has no row ${name}`);
}

function least(what: string, value: number, floor: number): AudienceFloor {
  return { what, value, wanted: `at least ${floor}`, isMet: value >= floor };
}

/** Whether the forecasts are good enough to be used. */
export function backtestFloors(backtest: AudienceBacktest): AudienceFloor[] {
  const stack = rowOf(backtest, 'stack');
  const after = rowOf(backtest, 'stack, 15 markets seen');
  const { logLossDifference, gainOverGlobal } = backtest;
  const most = (what: string, value: number, ceiling: number): AudienceFloor => ({
    ...{ what, value, wanted: `at most ${ceiling}`, isMet: value <= ceiling },
  });
  return [
    least('AUC over countries, stack', stack.aucOverCountries, 0.64),
    least('AUC over titles, stack', stack.aucOverTitles, 0.72),
    least('AUC over titles, 15 markets seen', after.aucOverTitles, 0.74),
    most('expected calibration error, stack', stack.calibrationError, 0.05),
    {
      what: 'log-loss less base rate’s, upper end of 95%',
      ...{ value: logLossDifference.high, wanted: 'below 0', isMet: logLossDifference.high < 0 },
    },
    least('log-loss below the global rate’s', gainOverGlobal, 0.05),
  ];
}
