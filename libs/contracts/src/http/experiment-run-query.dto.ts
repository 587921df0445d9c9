import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { Describe } from './describe';

const MAX_VERSION = 2_147_483_647;

/** Which run of an experiment is asked about. */
export class ExperimentRunQueryDto {
  @Describe('Version asked about; unset: the latest.')
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version?: number;
}
