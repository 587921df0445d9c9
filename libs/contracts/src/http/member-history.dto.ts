import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsOptional, ValidateNested } from 'class-validator';
import { Describe } from './describe';
import { IsCleanText } from './fields/is-clean-text';
import { HistoryEntryDto } from './history-entry.dto';

/** Most history entries of one call. */
export const MAX_HISTORY_ENTRIES = 5_000;

/** `PUT /v1/members/:id/history`: what a member has seen. */
export class MemberHistoryDto {
  @IsOptional() @IsCleanText({ maxLength: 200 }) displayName?: string | null;

  @Describe('At most 5,000; one of the same title and year replaces the older.')
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_HISTORY_ENTRIES)
  @ValidateNested({ each: true })
  @Type(() => HistoryEntryDto)
  entries: HistoryEntryDto[];
}
