import { createHash } from 'node:crypto';
import type { ExperimentRecord, StoppedArm } from '@keyart/contracts';
import {
  multipleExposure,
  sampleRatio,
  sequentialSampleRatio,
  type ComparisonResult,
  type MeasuredMetric,
  type SequentialSampleRatio,
} from '@keyart/evaluation';
import { assembleAnalysis } from '../analysis/assemble-analysis';
import type { ExperimentAnalysis, ExperimentRun } from '../analysis/experiment-result';
import { forbidsWinner } from '../analysis/experiment-warning';
import type { ArmExposure, ExperimentSums } from './experiment-sums';
import { LIVE_METRICS } from './live-metrics';
import { comparableParts, sizedPart, wholeRun, type LiveRun } from './live-run';
import { compareMeasured, LIVE_PLAN, measureRun } from './measure-run';
import { winnerOf, type Winner } from './winner-of';

/** A day's new members, and whether the arms kept their sizes until then. */
export interface SampleRatioLook extends SequentialSampleRatio {
  readonly day: number;
  readonly newMembers: readonly number[];
}

/** An experiment of the service as it stands. */
export interface LiveReport extends ExperimentAnalysis {
  /** Key with version. */
  readonly experiment: string;
  readonly name: string;
  readonly hypothesis: string;
  readonly status: ExperimentRecord['status'];
  readonly startedAt: string;
  readonly stoppedAt: string | null;
  readonly winner: Winner;
  readonly exposures: readonly ArmExposure[];
  readonly sampleRatioByDay: readonly SampleRatioLook[];
  readonly stoppedArms: readonly StoppedArm[];
}

/**
 * Sample ratio first, then every metric by intervals that hold at every look, lifts relative and adjusted by what members earned before,
 * guardrails, and a winner where one may be named.
 * @param experiment with the run that is asked for
 */
export async function liveReport(
  sums: ExperimentSums,
  experiment: ExperimentRecord,
  told: ExperimentRun,
): Promise<LiveReport> {
  const whole = wholeRun(experiment);
  const sized = sizedPart(experiment);
  const { several, total } = await sums.multipleExposures(whole);
  const exposed = await sums.exposures(sized);
  const measured = await measureRun(sums, experiment, sized);
  const counted = exposed.map(({ memberCount }, i) => ({
    ...{ count: memberCount, expectedShare: sized.arms[i].weight },
  }));
  const metrics = await comparisonsOf(sums, experiment);
  const analysis = assembleAnalysis({
    plan: { ...LIVE_PLAN, weights: sized.arms.map(({ weight }) => weight) },
    ...{ metrics: measured, result: { metrics, sampleRatio: sampleRatio(counted) }, run: told },
    multipleExposure: multipleExposure(several, total),
    dataset: { file: `experiment ${whole.experiment}`, fingerprint: fingerprintOf(measured), rowCount: null },
  });
  const stoppedArms = experiment.run?.stoppedArms ?? [];
  const asked = {
    goal: LIVE_METRICS[0].name,
    guardrails: experiment.guardrails.map(({ metric }) => metric),
    stoppedArms: stoppedArms.map(({ arm }) => arm),
  };
  return {
    ...{ experiment: whole.experiment, name: experiment.name, hypothesis: experiment.hypothesis },
    ...{ status: experiment.status, startedAt: whole.startedAt.toISOString(), stoppedArms },
    stoppedAt: experiment.run?.stoppedAt?.toISOString() ?? null,
    // Read before any effect.
    ...{ sampleRatio: analysis.sampleRatio, sampleRatioByDay: await ratioByDay(sums, sized) },
    exposures: await sums.exposures(whole),
    winner: winnerOf({ ...analysis, ...asked }),
    ...analysis,
    metrics: readable(analysis),
  };
}

async function comparisonsOf(
  sums: ExperimentSums,
  experiment: ExperimentRecord,
): Promise<ComparisonResult[]> {
  const all: ComparisonResult[] = [];
  for (const part of comparableParts(experiment))
    all.push(...compareMeasured(part, await measureRun(sums, experiment, part)));
  return all;
}

/** Without verdicts where nobody knows who is missing from an arm. */
function readable({ metrics, warnings }: ExperimentAnalysis): ComparisonResult[] {
  const isBlocked = warnings.some(({ code }) => forbidsWinner(code));
  return metrics.map((one) => (isBlocked ? { ...one, verdict: 'insufficient evidence' } : one));
}

async function ratioByDay(sums: ExperimentSums, run: LiveRun): Promise<SampleRatioLook[]> {
  const days = await sums.newMembers(run);
  const looks = sequentialSampleRatio(
    days.map(({ counts }) => counts),
    run.arms.map(({ weight }) => weight),
  );
  return days.map(({ day, counts }, i) => ({ day, newMembers: counts, ...looks[i] }));
}

function fingerprintOf(metrics: readonly MeasuredMetric[]): string {
  return createHash('sha256').update(JSON.stringify(metrics)).digest('hex');
}
