import { randomUUID } from 'node:crypto';
import type { Clock } from '@keyart/common';
import { experimentKey, type ExperimentRecord } from '@keyart/contracts';
import type { AuditRepository, ExperimentsRepository } from '@keyart/db';
import type { ComparisonResult } from '@keyart/evaluation';
import { effectText, rangeText } from '../analysis/experiment-summary-lines';
import type { ExperimentSums } from './experiment-sums';
import { liveReport } from './live-report';

/** What the watch stands on. */
export interface WatchParts {
  readonly experiments: Pick<ExperimentsRepository, 'running' | 'findById' | 'stop' | 'stopArm' | 'widen'>;
  readonly sums: ExperimentSums;
  readonly audit: Pick<AuditRepository, 'write'>;
  readonly clock: Clock;
}

/** What a watch did. */
export interface WatchOutcome {
  readonly watchedCount: number;
  readonly stopped: readonly { readonly experiment: string; readonly arm: string; readonly reason: string }[];
  /** Experiments that took in the members of their next stage. */
  readonly widened: readonly string[];
}

/** Who stops arms, in the audit and in the run. */
const WATCH = 'guardrail';

/**
 * Use case: takes arms out of running experiments that are shown to lose more than a guardrail allows, and ends an experiment of which only
 * the control is left. A run on a ramp takes in more members once a stage has lasted long enough and no arm is out. The intervals hold at every look, so looking often stops no arm wrongly more often than one time in twenty. Each stop
 * is an audit row, written before it acts.
 */
export class WatchExperiments {
  constructor(private readonly parts: WatchParts) {}

  /** @param only watch this experiment; unset: all that run */
  async run(only?: string): Promise<WatchOutcome> {
    const all = await this.parts.experiments.running();
    const running = all.filter(({ experimentId }) => only === undefined || experimentId === only);
    const stopped: WatchOutcome['stopped'][number][] = [];
    const widened: string[] = [];
    for (const { experimentId } of running) {
      stopped.push(...(await this.watch(experimentId)));
      widened.push(...(await this.widen(experimentId)));
    }
    return { watchedCount: running.length, stopped, widened };
  }

  private async watch(experimentId: string): Promise<WatchOutcome['stopped'][number][]> {
    const experiment = await this.parts.experiments.findById(experimentId);
    if (experiment?.status !== 'running' || experiment.guardrails.length === 0) return [];
    const told = { version: '', command: '', now: this.now() };
    const { metrics, experiment: key, stoppedArms } = await liveReport(this.parts.sums, experiment, told);
    const out = new Set(stoppedArms.map(({ arm }) => arm));
    const stopped: WatchOutcome['stopped'][number][] = [];
    for (const { name: arm } of experiment.arms.slice(1)) {
      const broken = metrics.find(
        (one) => one.comparison === comparisonOf(experiment, arm) && one.guardrail?.state === 'broken',
      );
      if (!broken || out.has(arm)) continue;
      await this.stopArm(experiment, arm, reasonOf(broken));
      out.add(arm);
      stopped.push({ experiment: key, arm, reason: reasonOf(broken) });
    }
    if (stopped.length > 0 && experiment.arms.slice(1).every(({ name }) => out.has(name)))
      await this.end(experiment);
    return stopped;
  }

  private async widen(experimentId: string): Promise<string[]> {
    const experiment = await this.parts.experiments.findById(experimentId);
    if (experiment?.status !== 'running' || !experiment.run?.ramp) return [];
    const { version, stoppedArms, ramp } = experiment.run;
    const { stages, stage, stageMs, since } = ramp;
    const isDue = stage < stages.length - 1 && this.now().getTime() - since.getTime() >= stageMs;
    if (!isDue || stoppedArms.length > 0) return [];
    const key = experimentKey({ experimentId, version });
    await this.note('widen', { experiment: key }, `to ${stages[stage + 1]} of its members`);
    const isWider = await this.parts.experiments.widen({ experimentId, version }, { stage, at: this.now() });
    return isWider ? [key] : [];
  }

  private async stopArm(experiment: ExperimentRecord, arm: string, reason: string): Promise<void> {
    const version = experiment.run?.version ?? 0;
    await this.note('stop-arm', { experiment: experimentKey({ ...experiment, version }), arm }, reason);
    const stoppedAt = this.now();
    await this.parts.experiments.stopArm(
      { experimentId: experiment.experimentId, version },
      { arm, stoppedAt, reason },
    );
  }

  private async end({ experimentId }: ExperimentRecord): Promise<void> {
    await this.note('stop', { experiment: experimentId }, 'only the control is left');
    await this.parts.experiments.stop(experimentId, this.now(), WATCH);
  }

  private async note(action: string, target: Record<string, string>, summary: string): Promise<void> {
    await this.parts.audit.write({
      ...{ at: this.now(), keyId: '', keyName: WATCH, method: 'JOB', route: `watch-experiments/${action}` },
      ...{ target, requestId: randomUUID(), status: 200, summary },
    });
  }

  private now(): Date {
    return new Date(this.parts.clock.nowMs());
  }
}

function comparisonOf({ arms }: ExperimentRecord, arm: string): string {
  return `${arm} vs ${arms[0].name}`;
}

function reasonOf(broken: ComparisonResult): string {
  const margin = effectText(broken.guardrail?.margin ?? 0, broken.relative).replace('+', '');
  return `${broken.name}: ${rangeText(broken)} against the control, beyond the margin of ${margin}`;
}
