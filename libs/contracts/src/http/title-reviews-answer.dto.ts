import { Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsString, ValidateNested } from 'class-validator';
import { Describe } from './describe';

/** Why a review is refused. */
export const REVIEW_REFUSALS = [
  ...['malformed-review', 'unknown-title', 'created-in-future', 'created-too-early'],
  ...['empty-text', 'text-too-long', 'binary-text', 'stars-out-of-scale'],
] as const;

/** One of them. */
export type ReviewRefusal =
  | 'malformed-review'
  | 'unknown-title'
  | 'created-in-future'
  | 'created-too-early'
  | 'empty-text'
  | 'text-too-long'
  | 'binary-text'
  | 'stars-out-of-scale';

/** A review that was not taken, and why. */
export class RejectedReviewDto {
  @Describe('Place in the request, from 0.') @IsInt() index: number;
  @IsIn(REVIEW_REFUSALS) code: ReviewRefusal;
  @Describe('The field at fault; empty: the review as a whole.') @IsString() field: string;
  @IsString() detail: string;
}

/** Answer of `POST /v1/reviews`. Accepted reviews are stored; they are read in the background, within seconds. */
export class TitleReviewsAnswerDto {
  @Describe('Reviews stored by this call.') @IsInt() accepted: number;
  @Describe('Reviews that were known already, by source and external id.') @IsInt() duplicates: number;
  @IsArray() @ValidateNested({ each: true }) @Type(() => RejectedReviewDto) rejected: RejectedReviewDto[];
}
