import {
  adjustByHolm,
  differenceOf,
  DR,
  estimateAll,
  pValueOf,
  SNIPS,
  type Estimator,
} from '@keyart/evaluation';
import type { Analysis } from '../analysis';
import type { SegmentResult } from '../evaluation-result';
import { literal } from '../sql-text';
import { readSums } from '../sums/read-sums';

/** Values of a column with fewer decisions than others are left to themselves. */
const MOST_VALUES = 20;
const ESTIMATORS: readonly Estimator[] = [SNIPS, DR];

/** What of the options segments depend on. */
export interface SegmentOptions {
  /** Columns, loaded as `segment_N`. */
  readonly segments: readonly string[];
  readonly alpha: number;
  readonly seed: number;
}

interface Found {
  readonly segment: Omit<SegmentResult, 'adjustedPValue'>;
  readonly pValue: number | null;
}

/** The difference in each group of decisions, p-values corrected over all of them. */
export async function evaluateSegments(
  analysis: Analysis,
  options: SegmentOptions,
): Promise<SegmentResult[]> {
  const found: Found[] = [];
  for (const [i, column] of options.segments.entries())
    for (const value of await valuesOf(analysis, i))
      found.push(await evaluateSegment(analysis, options, { i, column, value }));
  const adjusted = adjustByHolm(found.map(({ pValue }) => pValue));
  return found.map(({ segment }, i) => ({ ...segment, adjustedPValue: adjusted[i] }));
}

async function valuesOf(analysis: Analysis, i: number): Promise<string[]> {
  const rows = await analysis.rows<{ value: string }>(
    `SELECT segment_${i} AS value FROM judged GROUP BY value ORDER BY count(*) DESC, value LIMIT ${MOST_VALUES}`,
  );
  return rows.map(({ value }) => value);
}

async function evaluateSegment(
  analysis: Analysis,
  { alpha, seed }: SegmentOptions,
  { i, column, value }: { i: number; column: string; value: string },
): Promise<Found> {
  const where = `segment_${i} = ${literal(value)}`;
  const sums = await readSums(analysis, ESTIMATORS, { where });
  const { comparisons } = await estimateAll(sums, ESTIMATORS, { alpha, seed, drawCount: 0 });
  const best = comparisons.find(({ estimator }) => estimator === 'dr') ?? comparisons[0];
  const size = await analysis.row<{ count: number; effective: number | null }>(
    `SELECT count(*)::DOUBLE AS count, sum(target_weight) ** 2 / nullif(sum(target_weight ** 2), 0) AS effective FROM judged WHERE ${where}`,
  );
  const difference = best?.difference ?? null;
  const estimator = ESTIMATORS.find(({ name }) => name === best?.estimator);
  return {
    segment: {
      ...{ column, value, sampleCount: size.count, estimator: best?.estimator ?? null, difference },
      effectiveSampleSize: Number((size.effective ?? 0).toPrecision(12)),
    },
    pValue: estimator ? pValueOf(sums, differenceOf(estimator)) : null,
  };
}
