import { RefreshedState, type Logger } from '@keyart/common';
import { experimentKey, type RunningExperiment } from '@keyart/contracts';
import type { ExperimentsRepository } from '@keyart/db';
import { AssignmentPlan, type SliceShares } from '@keyart/ranking';

/** What plans are made from. */
export interface AssignmentCacheParts {
  readonly experiments: Pick<ExperimentsRepository, 'running'>;
  readonly slices: SliceShares;
  /** Of this installation; another one deals every member anew. */
  readonly salt: string;
  readonly logger: Logger;
}

/**
 * Keeps the assignment plan of the running experiments in memory. An experiment that starts or stops changes new decisions
 * within the refresh interval; a page keeps the plan it was opened with. Until the first look there are only slices.
 */
export class AssignmentCache extends RefreshedState {
  private plan: AssignmentPlan;
  private running = '';

  constructor(private readonly parts: AssignmentCacheParts) {
    super('the assignment plan', parts.logger);
    this.plan = new AssignmentPlan({ ...parts, experiments: [] });
  }

  /** The plan to assign by now. */
  current(): AssignmentPlan {
    return this.plan;
  }

  /** Reads what runs; whether it changed. A version changes while it runs by arms that are stopped and, on a ramp, by members that it takes in. */
  async refresh(): Promise<boolean> {
    const experiments = await this.parts.experiments.running();
    const running = experiments.map(nameOf).sort().join();
    if (running === this.running) return false;
    this.plan = new AssignmentPlan({ ...this.parts, experiments });
    this.running = running;
    return true;
  }
}

function nameOf(experiment: RunningExperiment): string {
  return [experimentKey(experiment), experiment.toCell, ...experiment.stoppedArms].join(' ');
}
