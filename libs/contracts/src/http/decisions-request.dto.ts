import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { SERVED_POLICIES, type ServedPolicy } from '../records/decision';
import { DecisionSlotDto } from './decision-slot.dto';
import { Describe } from './describe';
import { IsId } from './fields/is-id';
import { SurfaceDto } from './surface.dto';

/** Most titles of one call. */
export const MAX_TITLES_PER_CALL = 200;

/** Longest time a call may wait for an inline LLM answer, milliseconds. */
export const MAX_DEADLINE_MS = 10_000;

/** `POST /v1/decisions`: which picture to show this viewer for each of these titles. */
export class DecisionsRequestDto {
  @Describe('The viewer; one never seen before is a new viewer.')
  @IsId()
  memberId: string;

  @Describe('Where the pictures will be seen.')
  @ValidateNested()
  @Type(() => SurfaceDto)
  surface: SurfaceDto;

  @Describe('The titles of the page, at most 200.')
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_TITLES_PER_CALL)
  @ValidateNested({ each: true })
  @Type(() => DecisionSlotDto)
  titles: DecisionSlotDto[];

  @Describe('How long the call may wait for an LLM answer that was not precomputed; unset: not at all.')
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_DEADLINE_MS)
  deadlineMs?: number | null;

  @Describe('Names the policy instead of the assignment; needs the scope `analyst`.')
  @IsOptional()
  @IsIn(SERVED_POLICIES)
  policy?: ServedPolicy | null;

  @Describe(
    'Names the page that this call fills a part of, for an hour: a title it has already keeps its picture and decision.',
  )
  @IsOptional()
  @IsUUID()
  pageId?: string | null;
}
