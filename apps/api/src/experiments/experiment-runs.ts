import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@keyart/common';
import { LAYER_CELL_COUNT, type ExperimentRecord, type LayerRange } from '@keyart/contracts';
import { ExperimentsRepository, type ExperimentStart } from '@keyart/db';
import { AssignmentCache } from '@keyart/decisions';
import { firstFreeRange, freeRanges } from '@keyart/ranking';
import { CLOCK } from '../core/tokens';
import { invalidBody } from '../problems/invalid-body';
import { ProblemException } from '../problems/problem.exception';
import { required } from '../problems/unknown-resource';

/** Which experiment to start, by whom, and in which steps; without a ramp for all of its members at once. */
export type StartRequest = Pick<ExperimentStart, 'experimentId' | 'startedBy' | 'ramp'>;

/** Starts and stops experiments. This replica assigns anew at once, others within their refresh interval. */
@Injectable()
export class ExperimentRuns {
  constructor(
    private readonly experiments: ExperimentsRepository,
    private readonly assignments: AssignmentCache,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws ProblemException 404, or 409 when it runs or there is no room for it */
  async start({ experimentId, startedBy, ramp }: StartRequest): Promise<ExperimentRecord> {
    requireAscending(ramp);
    const startedAt = new Date(this.clock.nowMs());
    const outcome = await this.experiments.start({ experimentId, startedAt, startedBy, ramp, allot });
    if (outcome.kind === 'unknown') return required<ExperimentRecord>(null, 'experiment');
    if (outcome.kind === 'already-running')
      throw new ProblemException('conflict', 'the experiment runs already');
    if (outcome.kind === 'no-room')
      throw new ProblemException('conflict', noRoom(outcome.experiment, outcome.taken));
    await this.assignments.refresh();
    return outcome.experiment;
  }

  /** @throws ProblemException 404, or 409 when it does not run */
  async stop(experimentId: string, stoppedBy: string): Promise<ExperimentRecord> {
    required(await this.experiments.findById(experimentId), 'experiment');
    const isStopped = await this.experiments.stop(experimentId, new Date(this.clock.nowMs()), stoppedBy);
    if (!isStopped) throw new ProblemException('conflict', 'the experiment does not run');
    await this.assignments.refresh();
    return required(await this.experiments.findById(experimentId), 'experiment');
  }
}

function requireAscending(ramp: StartRequest['ramp']): void {
  if (!ramp) return;
  const { stages } = ramp;
  const isAscending = stages.every((share, i) => i === 0 || share > stages[i - 1]);
  if (isAscending && stages.at(-1) === 1) return;
  throw invalidBody([{ field: 'ramp.stages', detail: 'must ascend and end with 1' }]);
}

function allot(taken: readonly LayerRange[], { shareFraction }: ExperimentRecord): LayerRange | null {
  return firstFreeRange(taken, Math.round(shareFraction * LAYER_CELL_COUNT));
}

function noRoom({ shareFraction }: ExperimentRecord, taken: readonly LayerRange[]): string {
  const free = freeRanges(taken).map(
    ({ fromCell, toCell }) => `${(toCell - fromCell) / LAYER_CELL_COUNT} from ${fromCell / LAYER_CELL_COUNT}`,
  );
  const rest = free.length > 0 ? `free in one piece: ${free.join(', ')}` : 'nothing is free';
  return `the experiment asks for a share of ${shareFraction} of the members; ${rest}`;
}
