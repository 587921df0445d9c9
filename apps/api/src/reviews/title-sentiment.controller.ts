import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { TitleSentimentDto, TitleSentimentQueryDto } from '@keyart/contracts';
import { ReadTitleSentiment } from '@keyart/voice';
import { RequireScope } from '../access/require-scope.decorator';
import { IdPipe } from '../http/id.pipe';
import { requiredSentiment } from './required-sentiment';
import { TITLE_SENTIMENT_EXAMPLE } from './review-examples';
import { titleSentimentAnswerOf } from './title-sentiment-answer-of';

@ApiTags('insights')
@Controller('v1/titles/:titleId/sentiment')
export class TitleSentimentController {
  constructor(private readonly sentiment: ReadTitleSentiment) {}

  @Get()
  @RequireScope('analyst')
  @ApiOperation({
    summary:
      'What the audience makes of a title, with intervals; on the whole, or of a country, segment or window',
    description:
      'Reviews are weighted by age and reliability, near-duplicates count once, review bombing is held back (`raw`: with it), and titles of few ' +
      'reviews are drawn to their micro-genre and the catalogue.',
  })
  @ApiOkResponse({ type: TitleSentimentDto, example: TITLE_SENTIMENT_EXAMPLE })
  async find(
    @Param('titleId', IdPipe) titleId: string,
    @Query() query: TitleSentimentQueryDto,
  ): Promise<TitleSentimentDto> {
    return titleSentimentAnswerOf(await requiredSentiment(this.sentiment, titleId, query));
  }
}
