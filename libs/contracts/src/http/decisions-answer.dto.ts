import { Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsString, IsUUID, ValidateNested } from 'class-validator';
import { SERVED_POLICIES, SOURCES, type ServedPolicy, type Source } from '../records/decision';
import { Describe } from './describe';
import { PlaceholderDto } from './placeholder.dto';

/** One choice, as answered. */
export class ServedDecisionDto {
  @Describe('Joins later events to this choice.') @IsUUID() decisionId: string;
  @IsString() titleId: string;
  @IsString() artworkId: string;
  @Describe(
    'Where the picture is, relative to this service; safe to cache for good. Takes `&aspect=`, `&width=`, `&format=`.',
  )
  @IsString()
  url: string;
  @Describe('What to show until the picture has come.')
  @ValidateNested()
  @Type(() => PlaceholderDto)
  placeholder: PlaceholderDto;
  @Describe('Text for those who do not see the picture.') @IsString() alt: string;
  @Describe('The tier whose scores made the choice.') @IsIn(SOURCES) source: Source;
  @IsIn(SERVED_POLICIES) policy: ServedPolicy;
}

/** A title for which nothing could be chosen. */
export class DecisionErrorDto {
  @IsString() titleId: string;
  @Describe('Place in the request, from 0.') @IsInt() index: number;
  @Describe('`unknown-title` or `no-eligible-artwork`.') @IsString() code: string;
  @IsString() detail: string;
}

/** Answer of `POST /v1/decisions`. */
export class DecisionsAnswerDto {
  @IsUUID() requestId: string;
  @IsArray() @ValidateNested({ each: true }) @Type(() => ServedDecisionDto) decisions: ServedDecisionDto[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => DecisionErrorDto) errors: DecisionErrorDto[];
}
