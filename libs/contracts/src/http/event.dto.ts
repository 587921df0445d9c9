import { IsIn, IsNumber, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { EVENT_TYPES, type EventType } from '../records/event';
import { Describe } from './describe';
import { IsId, MAX_ID_LENGTH } from './fields/is-id';
import { IsInstant } from './fields/is-instant';

/** Something that happened after a decision. */
export class EventDto {
  @Describe('Chosen by the sender; sending it again changes nothing.')
  @IsId()
  eventId: string;

  @Describe('From the answer of `POST /v1/decisions`.')
  @IsString()
  @MaxLength(MAX_ID_LENGTH)
  decisionId: string;

  @Describe('`impression`: the picture was rendered.')
  @IsIn(EVENT_TYPES)
  type: EventType;

  @Describe('When, RFC 3339 with a zone. Late events are welcome.')
  @IsInstant()
  occurredAt: string;

  @Describe('Share of the title watched, in [0, 1]; `progress` needs it, `abandon` may carry it.')
  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(1)
  progressFraction?: number | null;
}
