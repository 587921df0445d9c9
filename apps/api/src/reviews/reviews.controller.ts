import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { TitleReviewsAnswerDto, TitleReviewsRequestDto } from '@keyart/contracts';
import { parseReview, TakeReviews } from '@keyart/voice';
import { RequireScope } from '../access/require-scope.decorator';
import { ExtendRouteConfig } from '../http/route-config';
import { REVIEWS_ANSWER_EXAMPLE } from './review-examples';

/** 500 reviews of some pages; a review that is too long must come in to be named. */
const MAX_REVIEWS_BYTES = 8 * 1024 * 1024;

@ApiTags('reviews')
@Controller('v1/reviews')
export class ReviewsController {
  constructor(private readonly reviews: TakeReviews) {}

  @Post()
  @HttpCode(200)
  @RequireScope('events')
  @ExtendRouteConfig({ maxBodyBytes: MAX_REVIEWS_BYTES })
  @ApiOperation({
    summary: 'Hand in what was said of titles; sending a review again changes nothing',
    description:
      'Accepted reviews are stored. They are read in the background and are in the title’s profile within seconds.',
  })
  @ApiOkResponse({ type: TitleReviewsAnswerDto, example: REVIEWS_ANSWER_EXAMPLE })
  async take(@Body() { reviews }: TitleReviewsRequestDto): Promise<TitleReviewsAnswerDto> {
    return this.reviews.run(reviews.map(parseReview));
  }
}
