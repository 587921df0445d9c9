import { IsIn, IsInt, IsNumber, IsObject, IsOptional, IsString, IsUUID, Max, Min } from 'class-validator';
import { VIDEO_STATUSES, type VideoStatus } from '../records/video';
import type { VideoProbe } from '../records/video-analysis';
import { Describe } from './describe';
import { IsCleanText } from './fields/is-clean-text';
import { IsInstant } from './fields/is-instant';

const TEXT = { minLength: 1, maxLength: 2000 };

/** The fields of the form of `POST /v1/titles/:id/videos`, beside the file. */
export class VideoFactsDto {
  @IsCleanText(TEXT) author: string;
  @Describe('Its frames go out under it.') @IsCleanText(TEXT) licence: string;
  @Describe('Rights hold from this instant; unset: unbounded.')
  @IsOptional()
  @IsInstant()
  rightsFrom?: string;
  @Describe('Rights end before this instant; unset: unbounded.')
  @IsOptional()
  @IsInstant()
  rightsUntil?: string;
}

/** A title's video and how far it is. */
export class VideoDto {
  @IsUUID() videoId: string;
  @IsString() titleId: string;
  @Describe('As the file was called.') @IsString() fileName: string;
  @Describe('Hex SHA-256 of the file.') @IsString() sha256: string;
  @IsInt() @Min(1) sizeBytes: number;
  @IsIn(VIDEO_STATUSES) status: VideoStatus;
  @Describe('Fraction done.') @IsNumber() @Min(0) @Max(1) progress: number;
  @Describe('Code of why it failed, e.g. `VIDEO_TRUNCATED`; null: it did not.')
  @IsOptional()
  @IsString()
  problemCode: string | null;
  @Describe('Why it failed, in words.') @IsOptional() @IsString() problem: string | null;
  @Describe('`VideoProbe`: length, size, codec; null: not looked at yet.')
  @IsOptional()
  @IsObject()
  probe: VideoProbe | null;
  @IsString() author: string;
  @IsString() licence: string;
  @IsOptional() @IsInstant() rightsFrom: string | null;
  @IsOptional() @IsInstant() rightsUntil: string | null;
  @IsInstant() uploadedAt: string;
  @IsOptional() @IsInstant() finishedAt: string | null;
}
