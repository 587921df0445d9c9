import { IsIn, IsNumber, Max, Min } from 'class-validator';
import { SERVED_POLICIES, type ServedPolicy } from '../records/decision';
import type { ExperimentArm } from '../records/experiment';
import { Describe } from './describe';
import { IsSlug } from './fields/is-id';

const MIN_WEIGHT = 0.0001;
const MAX_WEIGHT = 10_000;

/** A part of an experiment's members and what serves them. */
export class ExperimentArmDto implements ExperimentArm {
  @Describe('Unique in the experiment, e.g. `control`.')
  @IsSlug()
  name: string;

  @Describe("Share of the experiment's members, relative to the other arms.")
  @IsNumber()
  @Min(MIN_WEIGHT)
  @Max(MAX_WEIGHT)
  weight: number;

  @IsIn(SERVED_POLICIES)
  policy: ServedPolicy;
}
