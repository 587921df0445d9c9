import { IsIn, IsOptional } from 'class-validator';
import { REVIEW_REASONS, REVIEW_STATES, type ReviewReason, type ReviewState } from '../records/catalogue';
import { Describe } from './describe';

/** `PUT /v1/artworks/:id/review`: an editor's word on a picture. */
export class ReviewDto {
  @Describe('Only `approved` pictures are shown.') @IsIn(REVIEW_STATES) state: ReviewState;

  @Describe('Why; goes with `rejected`, and must.')
  @IsOptional()
  @IsIn(REVIEW_REASONS)
  reason?: ReviewReason | null;
}
