import { groupsOf } from '@keyart/common';
import { adjustByHolm, analyzeExperiment, heterogeneity, shortageOf, type Verdict } from '@keyart/evaluation';
import { inSegment } from '../data/read-arms';
import type { SegmentComparison, SegmentDifference } from './experiment-result';
import type { ExperimentScope } from './experiment-scope';
import { measureMetrics } from './measure-metrics';

/** Values of a column with fewer members than others are left to themselves. */
const MOST_VALUES = 20;
/** Fewer members in an arm say nothing. */
const FEWEST_MEMBERS = 20;

/** Every comparison in every segment, p-values corrected over all of them by Holm, and one test a column whether segments differ. */
export async function compareSegments(
  scope: ExperimentScope,
): Promise<{ segments: SegmentComparison[]; segmentDifferences: SegmentDifference[] }> {
  const found: SegmentComparison[] = [];
  for (const [i, column] of scope.options.columns.segments.entries())
    for (const value of await valuesOf(scope, i))
      found.push(...(await compareSegment(scope, { i, column, value })));
  const adjusted = adjustByHolm(found.map(({ pValue }) => pValue));
  const segments = found.map((one, i) => corrected(one, adjusted[i], scope.plan.alpha));
  return { segments, segmentDifferences: differences(segments) };
}

async function valuesOf({ analysis }: ExperimentScope, i: number): Promise<string[]> {
  const rows = await analysis.rows<{ value: string }>(
    `SELECT segment_${i} AS value FROM events GROUP BY value ORDER BY count(DISTINCT member) DESC, value LIMIT ${MOST_VALUES}`,
  );
  return rows.map(({ value }) => value);
}

async function compareSegment(
  { analysis, options, plan, arms }: ExperimentScope,
  { i, column, value }: { i: number; column: string; value: string },
): Promise<SegmentComparison[]> {
  const measured = await measureMetrics(analysis, options, { arms, where: inSegment(i, value) });
  const large = measured.filter(({ type, arms: [control] }) => !shortageOf(type, control, FEWEST_MEMBERS));
  if (large.length === 0) return [];
  const memberCount = large[0].arms.reduce((sum, { n }) => sum + n, 0);
  const { metrics } = analyzeExperiment({ ...plan, correction: 'none', fewestUnits: FEWEST_MEMBERS }, large);
  return metrics.map((metric) => ({ ...metric, column, value, memberCount }));
}

/** The verdict of a segment counts all segments that were looked at. */
function corrected(one: SegmentComparison, adjustedPValue: number | null, alpha: number): SegmentComparison {
  const isShown = adjustedPValue !== null && adjustedPValue < alpha;
  const isClaim = one.verdict === 'better' || one.verdict === 'worse';
  const verdict: Verdict = isClaim && !isShown ? 'no difference shown' : one.verdict;
  return { ...one, adjustedPValue, verdict };
}

function differences(segments: readonly SegmentComparison[]): SegmentDifference[] {
  const keyOf = ({ column, name, comparison }: SegmentComparison): string =>
    JSON.stringify([column, name, comparison]);
  return groupsOf(segments, keyOf).map((group) => {
    const measured = group.flatMap(({ effect, standardError }) =>
      effect === null || standardError === null ? [] : [{ effect, standardError }],
    );
    const [{ column, name, comparison }] = group;
    return { column, name, comparison, heterogeneity: heterogeneity(measured) };
  });
}
