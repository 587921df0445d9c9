import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { TitleSentimentQueryDto } from '@keyart/contracts';
import { ReadTitleSentiment } from '@keyart/voice';
import { Public } from '../../access/public.decorator';
import { CONTENT_POLICY, HTML } from '../../http/html-answer';
import { IdPipe } from '../../http/id.pipe';
import { requiredSentiment } from '../../reviews/required-sentiment';
import { renderSentimentPage } from './render-sentiment-page';

/** A page to look at: what the audience makes of a title. */
@ApiExcludeController()
@Controller('titles/:titleId/sentiment')
export class SentimentPageController {
  constructor(private readonly sentiment: ReadTitleSentiment) {}

  @Get()
  @Public()
  @Header('content-type', HTML)
  @Header('content-security-policy', CONTENT_POLICY)
  @Header('cache-control', 'no-store')
  async page(
    @Param('titleId', IdPipe) titleId: string,
    @Query() query: TitleSentimentQueryDto,
  ): Promise<string> {
    return renderSentimentPage(await requiredSentiment(this.sentiment, titleId, query), query);
  }
}
