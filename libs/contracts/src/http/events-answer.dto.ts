import { Type } from 'class-transformer';
import { IsArray, IsInt, IsString, ValidateNested } from 'class-validator';
import { Describe } from './describe';

/** An event that was not taken, and why. */
export class RejectedEventDto {
  @Describe('Place in the request, from 0.') @IsInt() index: number;
  @Describe('`malformed-event`, `unknown-decision` or `occurred-in-future`.') @IsString() code: string;
  @IsString() detail: string;
}

/** Answer of `POST /v1/events`. */
export class EventsAnswerDto {
  @Describe('Events stored by this call.') @IsInt() accepted: number;
  @Describe('Events that were known already.') @IsInt() duplicates: number;
  @IsArray() @ValidateNested({ each: true }) @Type(() => RejectedEventDto) rejected: RejectedEventDto[];
}
