import { groupsOf } from '@keyart/common';
import { analyzeExperiment, effectTrend, shortageOf, WELCH, type ComparisonResult } from '@keyart/evaluation';
import type { DailyComparison } from './daily-comparison';
import type { ExperimentScope } from './experiment-scope';
import { measureMetrics } from './measure-metrics';

/** Fewer members in an arm on a day say nothing. */
const FEWEST_MEMBERS = 20;

/**
 * The effect among what happened on each day, and its trend. Days are compared without CUPED, each by itself.
 * @param days since the first, increasing
 */
export async function compareDays(
  { analysis, options, plan, arms }: ExperimentScope,
  days: readonly number[],
): Promise<DailyComparison[]> {
  const found: (ComparisonResult & { day: number })[] = [];
  for (const day of days) {
    const metrics = await measureMetrics(analysis, options, { arms, where: `day = ${day}` });
    const large = metrics.filter(({ type, arms: [control] }) => !shortageOf(type, control, FEWEST_MEMBERS));
    if (large.length === 0) continue;
    const alone = {
      ...plan,
      isCuped: false,
      method: WELCH,
      correction: 'none',
      fewestUnits: FEWEST_MEMBERS,
    } as const;
    found.push(...analyzeExperiment(alone, large).metrics.map((metric) => ({ ...metric, day })));
  }
  return groupsOf(found, ({ name, comparison }) => JSON.stringify([name, comparison])).map(dailyComparison);
}

function dailyComparison(group: readonly (ComparisonResult & { day: number })[]): DailyComparison {
  const [{ name, comparison }] = group;
  const measured = group.flatMap(({ day, effect, standardError }) =>
    effect === null || standardError === null ? [] : [{ day, effect, standardError }],
  );
  const days = group.map(({ day, effect, interval }) => ({ day, effect, interval }));
  return { name, comparison, days, trend: effectTrend(measured) };
}
