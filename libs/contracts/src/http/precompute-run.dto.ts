import { IsIn, IsInt, IsOptional, IsString, IsUUID, Min } from 'class-validator';
import { PRECOMPUTE_STATUSES, type PrecomputeStatus } from '../records/precompute-run';
import { Describe } from './describe';
import { IsInstant } from './fields/is-instant';

/** A precompute run and how far it is. */
export class PrecomputeRunDto {
  @IsUUID() runId: string;
  @IsIn(PRECOMPUTE_STATUSES) status: PrecomputeStatus;
  @Describe(
    'Code of the fault that paused it, e.g. `LLM_CIRCUIT_OPEN`; it then goes on by itself. Null: none.',
  )
  @IsOptional()
  @IsString()
  reason: string | null;
  @Describe('Members active when it began.') @IsInt() @Min(0) totalCount: number;
  @Describe('Members whose scores are ready.') @IsInt() @Min(0) doneCount: number;
  @Describe('Members given up.') @IsInt() @Min(0) failedCount: number;
  @IsInstant() startedAt: string;
  @IsInstant() updatedAt: string;
  @IsOptional() @IsInstant() finishedAt: string | null;
}
