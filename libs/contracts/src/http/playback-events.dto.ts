import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  Min,
  ValidateNested,
} from 'class-validator';
import { PLAYBACK_KINDS, type PlaybackKind } from '../records/video';
import { Describe } from './describe';
import { IsId } from './fields/is-id';
import { IsInstant } from './fields/is-instant';

/** Most playback events of one call. */
export const MAX_PLAYBACK_EVENTS_PER_CALL = 500;

/** Something that happened while a video played; nothing says whose doing it was. */
export class PlaybackEventDto {
  @Describe('Chosen by the sender, and not of a viewer; sending it again changes nothing.')
  @IsId()
  eventId: string;

  @Describe(
    '`play`: a stretch was seen for the first time; `replay`: seen again; `seek-back`: jumped from `fromMs` back to `toMs`; `drop-off`, `pause`: at `fromMs`.',
  )
  @IsIn(PLAYBACK_KINDS)
  kind: PlaybackKind;

  @Describe('Where in the video, milliseconds.') @IsInt() @Min(0) fromMs: number;
  @Describe('Where it ended, milliseconds; `play`, `replay` and `seek-back` need it.')
  @IsOptional()
  @IsInt()
  @Min(0)
  toMs?: number;
  @Describe('When, RFC 3339 with a zone; of the last seven days.') @IsInstant() occurredAt: string;
}

/** `POST /v1/videos/:id/playback-events`. */
export class PlaybackEventsDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_PLAYBACK_EVENTS_PER_CALL)
  @ValidateNested({ each: true })
  @Type(() => PlaybackEventDto)
  events: PlaybackEventDto[];
}

/** Answer of `POST /v1/videos/:id/playback-events`. */
export class PlaybackAnswerDto {
  @Describe('Events counted by this call.') @IsInt() accepted: number;
  @Describe('Events that were counted before.') @IsInt() duplicates: number;
}
