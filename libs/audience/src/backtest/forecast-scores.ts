import { areaUnderCurve } from './auc';

/** A chance that was forecast, and what came of it. */
export interface JudgedCell {
  /** Place of the country. */
  readonly place: number;
  readonly probability: number;
  readonly outcome: 0 | 1;
}

/** The cells of a title. */
export type JudgedTitle = readonly JudgedCell[];

/** How good forecasts are. */
export interface ForecastScores {
  /** Mean over titles of the AUC that ranks countries inside a title; .5: no better than chance. */
  readonly aucOverCountries: number;
  /** Mean over countries of the AUC that ranks titles inside a country. */
  readonly aucOverTitles: number;
  /** Mean squared error of the chances. */
  readonly brier: number;
  /** Mean over cells, nats. */
  readonly logLoss: number;
  /** Expected calibration error over 20 bins of equally many cells (Naeini et al. 2015). */
  readonly calibrationError: number;
  readonly cellCount: number;
}

const BIN_COUNT = 20;
const LEAST = 1e-6;

/** Minus the log of the chance given to what happened, nats. */
export function cellLoss({ probability, outcome }: JudgedCell): number {
  const given = outcome === 1 ? probability : 1 - probability;
  return -Math.log(Math.max(LEAST, given));
}

/** Mean; NaN of none. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** AUC of a group of cells; null where all came out alike. */
export function cellAuc(cells: readonly JudgedCell[]): number | null {
  return areaUnderCurve(cells.map(({ probability, outcome }) => ({ score: probability, outcome })));
}

function meanAuc(groups: Iterable<readonly JudgedCell[]>): number {
  return meanOf(
    [...groups].flatMap((cells) => {
      const auc = cellAuc(cells);
      return auc === null ? [] : [auc];
    }),
  );
}

function byCountry(cells: readonly JudgedCell[]): Map<number, JudgedCell[]> {
  const groups = new Map<number, JudgedCell[]>();
  for (const cell of cells) {
    const group = groups.get(cell.place) ?? [];
    group.push(cell);
    groups.set(cell.place, group);
  }
  return groups;
}

function calibrationErrorOf(cells: readonly JudgedCell[]): number {
  const sorted = [...cells].sort((a, b) => a.probability - b.probability);
  let error = 0;
  for (let bin = 0; bin < BIN_COUNT; bin++) {
    const from = Math.floor((bin * sorted.length) / BIN_COUNT);
    const until = Math.floor(((bin + 1) * sorted.length) / BIN_COUNT);
    const gap = sorted
      .slice(from, until)
      .reduce((sum, { probability, outcome }) => sum + probability - outcome, 0);
    error += Math.abs(gap);
  }
  return error / Math.max(1, sorted.length);
}

/** Scores forecasts of titles; a title or country in which all came out alike has no AUC and does not count there. */
export function forecastScores(titles: readonly JudgedTitle[]): ForecastScores {
  const cells = titles.flat();
  return {
    aucOverCountries: meanAuc(titles),
    aucOverTitles: meanAuc(byCountry(cells).values()),
    brier: meanOf(cells.map(({ probability, outcome }) => (probability - outcome) ** 2)),
    logLoss: meanOf(cells.map(cellLoss)),
    calibrationError: calibrationErrorOf(cells),
    cellCount: cells.length,
  };
}
