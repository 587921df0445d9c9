import { createHash } from 'node:crypto';
import type { ExperimentRecord, StoppedArm } from '@keyart/contracts';
import { experimentKey } from '@keyart/contracts';
import {
  analyzeExperiment,
  asymptoticCs,
  multipleExposure,
  sampleRatio,
  sequentialSampleRatio,
  type ExperimentPlan,
  type MeasuredMetric,
  type SequentialSampleRatio,
} from '@keyart/evaluation';
import { assembleAnalysis } from '../analysis/assemble-analysis';
import type { ExperimentAnalysis, ExperimentRun } from '../analysis/experiment-result';
import type { ArmExposure, ExperimentSums, LiveRun } from './experiment-sums';
import { LIVE_METRICS } from './live-metrics';
import { GUARDRAIL_SUFFIX, winnerOf, type Winner } from './winner-of';

/** A day's new members, and whether the arms kept their sizes until then. */
export interface SampleRatioLook extends SequentialSampleRatio {
  readonly day: number;
  readonly newMembers: readonly number[];
}

/** An experiment of the service as it stands. */
export interface LiveReport extends ExperimentAnalysis {
  /** Key with version. */
  readonly experiment: string;
  readonly status: ExperimentRecord['status'];
  readonly startedAt: string;
  readonly stoppedAt: string | null;
  readonly winner: Winner;
  readonly exposures: readonly ArmExposure[];
  readonly sampleRatioByDay: readonly SampleRatioLook[];
  readonly stoppedArms: readonly StoppedArm[];
}

/** What a report is asked of. */
export interface LiveReportRequest {
  readonly experiment: ExperimentRecord;
  readonly run: NonNullable<ExperimentRecord['run']>;
  readonly told: ExperimentRun;
}

/**
 * Sample ratio first, then every metric by intervals that hold at every look, lifts relative and adjusted by what members earned before,
 * guardrails, and a winner where one may be named.
 */
export async function liveReport(
  sums: ExperimentSums,
  { experiment, run, told }: LiveReportRequest,
): Promise<LiveReport> {
  const { arms } = experiment;
  const live: LiveRun = {
    experiment: experimentKey({ ...experiment, ...run }),
    startedAt: run.startedAt,
    arms,
  };
  const exposures = await sums.exposures(live);
  const { several, total } = await sums.multipleExposures(live);
  const plan: ExperimentPlan = {
    ...PLAN,
    weights: arms.map(({ weight }) => weight),
    multipleExposure: multipleExposure(several, total),
  };
  const metrics = await measure(sums, experiment, live);
  const isReady = metrics.filter(({ arms: measured }) => measured.every(({ n }) => n >= 2));
  const counted = sampleRatio(
    exposures.map(({ memberCount }, i) => ({ count: memberCount, expectedShare: plan.weights[i] })),
  );
  const result = {
    metrics: isReady.length > 0 ? analyzeExperiment(plan, isReady).metrics : [],
    sampleRatio: counted,
  };
  const analysis = assembleAnalysis({
    ...{ plan, metrics, result, run: told },
    multipleExposure: plan.multipleExposure ?? null,
    dataset: { file: `experiment ${live.experiment}`, fingerprint: fingerprintOf(metrics), rowCount: null },
  });
  const stoppedArms = run.stoppedArms.map(({ arm }) => arm);
  return {
    ...analysis,
    ...{ experiment: live.experiment, status: experiment.status, exposures, stoppedArms: run.stoppedArms },
    ...{ startedAt: run.startedAt.toISOString(), stoppedAt: run.stoppedAt?.toISOString() ?? null },
    winner: winnerOf({ ...analysis, goal: LIVE_METRICS[0].name, stoppedArms }),
    sampleRatioByDay: await ratioByDay(sums, live),
  };
}

/** Looked at whenever anybody likes. */
const PLAN: Omit<ExperimentPlan, 'weights'> = {
  ...{ isRelative: true, isCuped: true, method: asymptoticCs(), correction: 'holm' },
  ...{ alternative: 'two-sided', alpha: 0.05 },
};

async function measure(
  sums: ExperimentSums,
  { guardrails }: ExperimentRecord,
  live: LiveRun,
): Promise<MeasuredMetric[]> {
  const measured: MeasuredMetric[] = [];
  for (const metric of LIVE_METRICS) {
    const { name, type, better, isGoal } = metric;
    const asked = guardrails.find((guardrail) => guardrail.metric === name);
    if (!isGoal && !asked) continue;
    const arms = await sums.ofMetric(live, metric);
    if (isGoal) measured.push({ name, type, better, arms });
    if (!asked) continue;
    const guardrail = { margin: asked.marginFraction, better };
    measured.push({ name: `${name}${GUARDRAIL_SUFFIX}`, type, better, arms, guardrail });
  }
  return measured;
}

async function ratioByDay(sums: ExperimentSums, live: LiveRun): Promise<SampleRatioLook[]> {
  const days = await sums.newMembers(live);
  const looks = sequentialSampleRatio(
    days.map(({ counts }) => counts),
    live.arms.map(({ weight }) => weight),
  );
  return days.map(({ day, counts }, i) => ({ day, newMembers: counts, ...looks[i] }));
}

function fingerprintOf(metrics: readonly MeasuredMetric[]): string {
  return createHash('sha256').update(JSON.stringify(metrics)).digest('hex');
}
