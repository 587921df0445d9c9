import { ArrayMaxSize, ArrayMinSize, IsArray } from 'class-validator';
import { Describe } from './describe';

/** Most reviews of one call. */
export const MAX_REVIEWS_PER_CALL = 500;

/** `POST /v1/reviews`: the envelope; each review is judged on its own, see `TitleReviewDto`. */
export class TitleReviewsRequestDto {
  @Describe('At most 500 reviews (`TitleReviewDto`); a wrong one is refused alone.')
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_REVIEWS_PER_CALL)
  reviews: unknown[];
}
