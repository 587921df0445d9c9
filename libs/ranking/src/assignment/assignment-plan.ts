import { assignmentFraction } from '@keyart/common';
import {
  experimentKey,
  LAYER_CELL_COUNT,
  type ExperimentArm,
  type RunningExperiment,
  type ServedPolicy,
} from '@keyart/contracts';
import { PolicyParameterError } from '../errors';
import { armDealer } from './arm-dealer';
import type { Assignment, AssignmentQuestion } from './assignment';
import { sliceDealer, type SliceShares } from './slice-dealer';

/** What a plan is made of. */
export interface AssignmentPlanParts {
  /** Of this installation; slices and layer derive their own from it, so that they are independent of each other. */
  readonly salt: string;
  readonly slices: SliceShares;
  /** Of disjoint ranges: all of them choose the policy, so no member may be in two. */
  readonly experiments: readonly RunningExperiment[];
}

/** Deals the members of one experiment. */
interface Dealer {
  readonly experiment: RunningExperiment;
  readonly armOf: (memberId: string) => ExperimentArm;
}

/** What an assignment leaves open unless it says otherwise. */
const NOBODY: Pick<Assignment, 'slice' | 'experiment' | 'arm'> = { slice: null, experiment: null, arm: null };

/**
 * Says which policy serves a member: a deterministic function of the plan's data and the member, never of chance.
 * The first that speaks decides: the request, the member's preference, an always-on slice, an experiment, the default.
 * A propensity is conditional on the assignment, which is why the record names all of it.
 */
export class AssignmentPlan {
  private readonly sliceOf: ReturnType<typeof sliceDealer>;
  private readonly dealers: readonly Dealer[];

  /** @throws PolicyParameterError a slice's share, `arms`, `weight`, `experiments` (ranges that overlap or leave the layer) */
  constructor(private readonly parts: AssignmentPlanParts) {
    checkRanges(parts.experiments);
    this.sliceOf = sliceDealer(`slices/${parts.salt}`, parts.slices);
    this.dealers = parts.experiments.map((experiment) => ({ experiment, armOf: armDealer(experiment) }));
  }

  /** The member's assignment; the same for the same plan. */
  assign({ memberId, isPersonalised, requestedPolicy }: AssignmentQuestion): Assignment {
    if (requestedPolicy !== null) return { ...NOBODY, policy: requestedPolicy, assignedBy: 'request' };
    if (!isPersonalised) return { ...NOBODY, policy: 'not-personalised', assignedBy: 'preference' };
    const slice = this.sliceOf(memberId);
    if (slice !== null) return { ...NOBODY, policy: slice, assignedBy: 'slice', slice };
    return this.experimentOf(memberId) ?? { ...NOBODY, policy: DEFAULT_POLICY, assignedBy: 'default' };
  }

  private experimentOf(memberId: string): Assignment | null {
    if (this.dealers.length === 0) return null;
    const cell = Math.floor(assignmentFraction(`layer/${this.parts.salt}`, memberId) * LAYER_CELL_COUNT);
    const found = this.dealers.find(
      ({ experiment: { fromCell, toCell } }) => fromCell <= cell && cell < toCell,
    );
    if (!found) return null;
    const { name: arm, policy } = found.armOf(memberId);
    // Nobody is dealt anew: the other arms keep their members, and those of a stopped arm belong to no experiment.
    if (found.experiment.stoppedArms.includes(arm)) return null;
    const experiment = experimentKey(found.experiment);
    return { ...NOBODY, policy, assignedBy: 'experiment', experiment, arm };
  }
}

/** Serves whoever nothing else was said about. */
const DEFAULT_POLICY: ServedPolicy = 'production';

function checkRanges(experiments: readonly RunningExperiment[]): void {
  const ordered = [...experiments].sort((a, b) => a.fromCell - b.fromCell);
  let end = 0;
  for (const { fromCell, toCell } of ordered) {
    const isInside = Number.isInteger(fromCell) && Number.isInteger(toCell) && toCell <= LAYER_CELL_COUNT;
    if (!isInside || fromCell < end || toCell <= fromCell)
      throw new PolicyParameterError('experiments', `of disjoint ranges within 0–${LAYER_CELL_COUNT}`);
    end = toCell;
  }
}
