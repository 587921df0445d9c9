import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { ExperimentRamp } from '../records/experiment';
import { Describe } from './describe';

const LEAST_STAGE_MS = 60_000;
const MOST_STAGE_MS = 90 * 24 * 3_600_000;
const MOST_STAGES = 20;

/** Steps in which a run takes its members in. */
export class ExperimentRampDto implements ExperimentRamp {
  @Describe('Shares of the experiment’s members, ascending, the last 1, e.g. `[0.01, 0.05, 0.25, 1]`.')
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(MOST_STAGES)
  @IsNumber({ allowNaN: false, allowInfinity: false }, { each: true })
  @Min(0.0001, { each: true })
  @Max(1, { each: true })
  stages: number[];

  @Describe('How long each stage lasts at least, milliseconds.')
  @IsInt()
  @Min(LEAST_STAGE_MS)
  @Max(MOST_STAGE_MS)
  stageMs: number;
}

/** How to start an experiment; nothing: for all of its members at once. */
export class StartExperimentDto {
  @IsOptional()
  @ValidateNested()
  @Type(() => ExperimentRampDto)
  @IsObject()
  ramp?: ExperimentRampDto;
}
