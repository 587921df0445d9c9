import { fingerprintOf, type Analysis } from '@keyart/decision-log';
import { sequentialSampleRatio } from '@keyart/evaluation';
import type { ExperimentDataOptions } from '../analysis/experiment-data-options';
import { measureMetrics, orderArms } from '../analysis/measure-metrics';
import { loadExperiment } from '../data/load-experiment';
import { ExperimentError } from '../errors';
import { planOf } from '../plan-of';
import { advise } from './advise';
import { compareAtLook, planAtLook } from './compare-at-look';
import { isComplete, MONITOR_SCHEMA, type ExperimentMonitor, type Look } from './monitor-result';

/** A test that is watched: how its data are read, and for group sequential tests how large it is to become. */
export interface MonitorOptions extends ExperimentDataOptions {
  /** Members of all arms in the end; null where the method needs no plan. */
  readonly plannedMembers: number | null;
}

/**
 * Every comparison at the end of every day, over all that had happened until then, by a method that is valid at all looks together.
 * @throws LogFaultsError, ExperimentError, StatisticInputError naming file, column, row, metric or arm
 */
export async function monitorData(analysis: Analysis, options: MonitorOptions): Promise<ExperimentMonitor> {
  if (options.columns.day === null)
    throw new ExperimentError('BAD_EXPERIMENT_OPTION', '--day is missing: the column with the date of a row');
  const { rowCount, days, multipleExposure, ...loaded } = await loadExperiment(analysis, options);
  const { arms, weights } = orderArms(options, loaded.arms);
  const plan = {
    ...planOf({ ...options.method, ...firstLook(options), weights }, arms.length),
    multipleExposure,
  };
  const newMembers = await readNewMembers(analysis, arms, days);
  const ratios = sequentialSampleRatio(newMembers, weights);
  const looks: Look[] = [];
  const plannedMembers = options.method.sequential === 'group-sequential' ? options.plannedMembers : null;
  for (const [k, day] of days.entries()) {
    const memberCounts = arms.map((_, a) =>
      newMembers.slice(0, k + 1).reduce((sum, counts) => sum + counts[a], 0),
    );
    const measured = await measureMetrics(analysis, options, { arms, where: `day <= ${day}` });
    const totals = [...looks, { memberCounts }].map((look) => sumOf(look.memberCounts));
    const lookPlan = planAtLook({ ...plan, weights }, { ...options, plannedMembers }, totals);
    const isBeyondPlan = looks.some((look) => isComplete(look, plannedMembers));
    const compared = compareAtLook(lookPlan, measured, isBeyondPlan);
    looks.push({ day, memberCounts, sampleRatio: ratios[k], isBeyondPlan, ...compared });
  }
  const watched = { arms, weights, multipleExposure, plannedMembers, looks };
  const { version, command, now } = options.run;
  return {
    ...{ schema: MONITOR_SCHEMA, ...advise(watched), ...watched },
    configuration: {
      ...{ alpha: plan.alpha, relative: plan.isRelative, cuped: plan.isCuped, method: plan.method.name },
      ...{ correction: plan.correction, alternative: plan.alternative },
    },
    dataset: { file: options.file, fingerprint: await fingerprintOf(options.file), rowCount },
    ...{ version, command, generatedAt: now.toISOString() },
  };
}

/** A plan needs a look; those of a group sequential test follow from the data. */
function firstLook({ method, plannedMembers }: MonitorOptions): { informationFractions?: number[] } {
  if (method.sequential !== 'group-sequential') return {};
  if (plannedMembers === null)
    throw new ExperimentError(
      'BAD_EXPERIMENT_OPTION',
      '--planned-members is missing: a group sequential test needs its final size',
    );
  return { informationFractions: [1] };
}

/** `[days][arms]` members by the day that they were first seen on. */
async function readNewMembers(
  analysis: Analysis,
  arms: readonly string[],
  days: readonly number[],
): Promise<number[][]> {
  const rows = await analysis.rows<{ arm: string; day: number; count: number }>(
    'SELECT arm, day, count(*)::DOUBLE AS count FROM (SELECT arm, member, min(day) AS day FROM events GROUP BY arm, member) GROUP BY arm, day',
  );
  const counts = new Map(rows.map(({ arm, day, count }) => [`${day} ${arm}`, count]));
  return days.map((day) => arms.map((arm) => counts.get(`${day} ${arm}`) ?? 0));
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
