import { ArrayMaxSize, ArrayMinSize, IsArray } from 'class-validator';
import { Describe } from './describe';

/** Most events of one call. */
export const MAX_EVENTS_PER_CALL = 1_000;

/** `POST /v1/events`: the envelope; each entry is judged on its own, see `EventDto`. */
export class EventsRequestDto {
  @Describe('At most 1,000 events (`EventDto`); a wrong one is rejected alone.')
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_EVENTS_PER_CALL)
  events: unknown[];
}
