import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Describe } from './describe';

const MAX_PAGE = 200;
const MAX_CURSOR_LENGTH = 1_000;

/** Query of a list: `?limit=50&after=…`. */
export class PageQueryDto {
  @Describe('Items of a page, 1–200.')
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_PAGE)
  limit: number = 50;

  @Describe('`nextCursor` of the page before.')
  @IsOptional()
  @IsString()
  @MaxLength(MAX_CURSOR_LENGTH)
  after?: string;
}
