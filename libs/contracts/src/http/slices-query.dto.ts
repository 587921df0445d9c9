import { IsOptional } from 'class-validator';
import { Describe } from './describe';
import { IsInstant } from './fields/is-instant';

/** Query of the slices. */
export class SlicesQueryDto {
  @Describe(
    'Decisions from then on; unset: of the last seven days. Shares that were changed since do not add up.',
  )
  @IsOptional()
  @IsInstant()
  since?: string;
}
