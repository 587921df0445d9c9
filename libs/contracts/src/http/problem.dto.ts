import { Type } from 'class-transformer';
import { IsArray, IsInt, IsString, ValidateNested } from 'class-validator';
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
}
