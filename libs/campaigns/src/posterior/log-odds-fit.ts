import { invertPositive } from './invert-positive';
import type { ResponseTable } from './response-count';

/** Log odds of a segment's level, of a creative's pull for all segments, and of the match: standard deviations before any answer. Ours. */
const [LEVEL_SD, CREATIVE_SD, SLOPE_SD] = [0.5, 0.3, 0.4];
/** Log odds that a full match is worth over none, before any answer. Ours; the answers move it, below 0 where the match misleads. */
export const MATCH_SLOPE = 0.4;
const MOST_STEPS = 50;
const CLOSE_ENOUGH = 1e-7;
/** Of a step in log odds, lest a far start overshoots. */
const LONGEST_STEP = 0.5;

/** What cells of a campaign's title are fitted from. */
export interface CellData {
  /** In (0, 1), where the levels start. */
  readonly baseRate: number;
  /** `[S][K]`, see `toneMatch`; their mean over the creatives is taken off. */
  readonly matches: readonly (readonly number[])[];
  /** `[S][K]` */
  readonly counts: ResponseTable;
}

/** A cell as the fit sees it. */
export interface FittedCell {
  readonly impressionCount: number;
  readonly takeCount: number;
  /** Fitted log odds η and rate. */
  readonly logOdds: number;
  readonly rate: number;
  /** Variance of η, `xᵀ A⁻¹ x`. */
  readonly variance: number;
  /** Working weight w; 0 of a cell without impressions. */
  readonly weight: number;
}

/** Levels, pulls and slope with their cells. */
export interface LogOddsFit {
  /** `[S][K]` */
  readonly cells: readonly (readonly FittedCell[])[];
  /** Of the match, in log odds. */
  readonly slope: number;
}

/** Indices and values of a cell's row of the design: level, pull, match. */
type DesignRow = readonly (readonly [column: number, value: number])[];

/**
 * `logit m = logit(base) + level_s + pull_k + slope · match_sk` by penalised iteratively reweighted least squares, cells weighted by
 * `n m(1−m) / (1 + (n−1) σ² m(1−m))`: takes vary by more than binomial chance, as cells lie σ (log odds) off the line.
 * Source: Williams, "Extra-binomial variation in logistic linear models" (Applied Statistics 1982), model III; the penalty is a normal prior.
 * @param spread σ ≥ 0
 */
export function fitLogOdds({ baseRate, matches, counts }: CellData, spread: number): LogOddsFit {
  const [segmentCount, creativeCount] = [counts.length, counts[0].length];
  const size = segmentCount + creativeCount + 1;
  const rows = matches.map((row, s) => {
    const mean = row.reduce((sum, match) => sum + match, 0) / creativeCount;
    return row.map((match, k): DesignRow => [
      ...[[s, 1] as const, [segmentCount + k, 1] as const, [size - 1, match - mean] as const],
    ]);
  });
  const precision = priorPrecision(segmentCount, creativeCount);
  const start = new Array<number>(size).fill(0);
  start[size - 1] = MATCH_SLOPE;
  const origin = Math.log(baseRate / (1 - baseRate));
  let estimate = [...start];
  for (let step = 0; ; step++) {
    const state = { rows, counts, origin, spread, estimate };
    const inverse = invertPositive(informationOf(state, precision));
    const full = multiply(inverse, gradientOf(state, { precision, start }));
    const change = Math.max(...full.map(Math.abs));
    const share = Math.min(1, LONGEST_STEP / change);
    estimate = estimate.map((value, i) => value + share * full[i]);
    if (change < CLOSE_ENOUGH || step === MOST_STEPS)
      return { cells: cellsOf({ ...state, estimate }, inverse), slope: estimate[size - 1] };
  }
}

interface FitState {
  readonly rows: readonly (readonly DesignRow[])[];
  readonly counts: ResponseTable;
  readonly origin: number;
  readonly spread: number;
  readonly estimate: readonly number[];
}

function priorPrecision(segmentCount: number, creativeCount: number): number[] {
  return [
    ...new Array<number>(segmentCount).fill(LEVEL_SD ** -2),
    ...new Array<number>(creativeCount).fill(CREATIVE_SD ** -2),
    SLOPE_SD ** -2,
  ];
}

interface WorkingCell {
  readonly row: DesignRow;
  readonly logOdds: number;
  readonly rate: number;
  readonly weight: number;
  /** Takes beyond the fit in units of the working weight, `(y/n − m) / (m(1−m))`. */
  readonly residual: number;
}

function workingCell(
  { rows, counts, origin, spread, estimate }: FitState,
  [s, k]: readonly [number, number],
): WorkingCell {
  const row = rows[s][k];
  const { impressionCount: n, takeCount } = counts[s][k];
  const logOdds = row.reduce((sum, [column, value]) => sum + value * estimate[column], origin);
  const rate = 1 / (1 + Math.exp(-logOdds));
  const unit = rate * (1 - rate);
  if (!(n > 0)) return { row, logOdds, rate, weight: 0, residual: 0 };
  const weight = (n * unit) / extraVariance(n, spread ** 2 * unit);
  return { row, logOdds, rate, weight, residual: (takeCount / n - rate) / unit };
}

/** `1 + (n − 1) φ`, how much more takes of n impressions vary than by chance; 1 of less than one discounted impression. */
export function extraVariance(impressionCount: number, overdispersion: number): number {
  return 1 + Math.max(0, impressionCount - 1) * overdispersion;
}

function workingCells(state: FitState): WorkingCell[] {
  return state.counts.flatMap((row, s) => row.map((_, k) => workingCell(state, [s, k])));
}

function informationOf(state: FitState, precision: readonly number[]): number[][] {
  const matrix = precision.map((own, i) => precision.map((_, j) => (i === j ? own : 0)));
  for (const { row, weight } of workingCells(state))
    for (const [i, x] of row) for (const [j, y] of row) matrix[i][j] += weight * x * y;
  return matrix;
}

function gradientOf(
  state: FitState,
  { precision, start }: { readonly precision: readonly number[]; readonly start: readonly number[] },
): number[] {
  const gradient = precision.map((own, i) => own * (start[i] - state.estimate[i]));
  for (const { row, weight, residual } of workingCells(state))
    for (const [i, x] of row) gradient[i] += weight * residual * x;
  return gradient;
}

function cellsOf(state: FitState, inverse: readonly (readonly number[])[]): FittedCell[][] {
  return state.counts.map((row, s) =>
    row.map((count, k) => {
      const { row: design, logOdds, rate, weight } = workingCell(state, [s, k]);
      const variance = design.reduce(
        (sum, [i, x]) => sum + design.reduce((inner, [j, y]) => inner + x * inverse[i][j] * y, 0),
        0,
      );
      return { ...count, logOdds, rate, weight, variance };
    }),
  );
}

function multiply(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((sum, value, i) => sum + value * vector[i], 0));
}
