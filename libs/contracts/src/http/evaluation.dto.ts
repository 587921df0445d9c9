import {
  IsIn,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import { EVALUATION_STATUSES, type EvaluationStatus } from '../records/evaluation';
import { Describe } from './describe';
import { EvaluationRequestDto } from './evaluation-request.dto';
import { IsInstant } from './fields/is-instant';

/** An offline evaluation and how far it is. */
export class EvaluationDto {
  @IsUUID() evaluationId: string;
  @ValidateNested() @Type(() => EvaluationRequestDto) request: EvaluationRequestDto;
  @IsIn(EVALUATION_STATUSES) status: EvaluationStatus;
  @Describe('Fraction done.') @IsNumber() @Min(0) @Max(1) progress: number;
  @Describe('Why it failed; null: it did not.') @IsOptional() @IsString() problem: string | null;
  @IsInstant() requestedAt: string;
  @Describe('Name of the API key.') @IsString() requestedBy: string;
  @IsOptional() @IsInstant() finishedAt: string | null;
}

/** An offline evaluation with its result. */
export class EvaluationWithResultDto extends EvaluationDto {
  @Describe('`evaluation/1`, as `keyart evaluate --json` writes it; null: not done.')
  @IsOptional()
  @IsObject()
  result: object | null;
}
