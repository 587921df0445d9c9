import { IsNumber, IsOptional, Max, Min } from 'class-validator';
import { Describe } from './describe';
import { IsCleanText } from './fields/is-clean-text';

/** A person of a title's cast; their place on the bill is their place in the list. */
export class CastMemberDto {
  @IsCleanText({ minLength: 1, maxLength: 200 }) name: string;

  @Describe('Share of the running time; null: not known.')
  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(1)
  screenTimeFraction?: number | null;
}
