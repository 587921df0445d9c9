import { IsInt, Max, Min } from 'class-validator';
import { Describe } from './describe';
import { IsId } from './fields/is-id';

const MAX_SLOT = 10_000;

/** A title on a page, and where. */
export class DecisionSlotDto {
  @Describe('Title whose picture is wanted.')
  @IsId()
  titleId: string;

  @Describe('Row of the page, from 0.')
  @IsInt()
  @Min(0)
  @Max(MAX_SLOT)
  row: number;

  @Describe('Place within the row, from 0.')
  @IsInt()
  @Min(0)
  @Max(MAX_SLOT)
  position: number;
}
