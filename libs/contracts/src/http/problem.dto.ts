import { Type } from 'class-transformer';
import { IsArray, IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';
import { Describe } from './describe';

/** One field at fault. */
export class FieldErrorDto {
  @Describe('Path into the body, e.g. `titles[3].row`, or the parameter’s name.') @IsString() field: string;
  @IsString() detail: string;
}

/** An error answer, `application/problem+json` (RFC 9457). */
export class ProblemDto {
  @Describe('Path of the page that explains this kind of problem.') @IsString() type: string;
  @IsString() title: string;
  @IsInt() status: number;
  @IsString() detail: string;
  @Describe('Path that was asked for.') @IsString() instance: string;
  @Describe('Name it when asking for help.') @IsString() requestId: string;
  @IsArray() @ValidateNested({ each: true }) @Type(() => FieldErrorDto) errors: FieldErrorDto[];

  @Describe('Why a picture was refused, e.g. `PICTURE_ANIMATED`; only with pictures.')
  @IsOptional()
  @IsString()
  reason?: string;

  @Describe('The artwork that has an equal or near-equal picture; only with `duplicate-picture`.')
  @IsOptional()
  @IsString()
  duplicateOf?: string;

  @Describe('How far that picture is, in bits of 64; 0: the same; only with `duplicate-picture`.')
  @IsOptional()
  @IsInt()
  distance?: number;
}

/** What some kinds of problem tell besides. */
export type ProblemExtension = Pick<ProblemDto, 'reason' | 'duplicateOf' | 'distance'>;
