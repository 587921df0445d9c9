import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  SentimentAnswerDto,
  SentimentRequestDto,
  type SentimentReading,
  type SentimentReadingDto,
} from '@keyart/contracts';
import type { ApiParts } from '../core/api-parts';
import { API_PARTS } from '../core/tokens';
import { RequireScope } from '../access/require-scope.decorator';
import { ExtendRouteConfig } from '../http/route-config';
import { ProblemException } from '../problems/problem.exception';
import { SENTIMENT_ANSWER_EXAMPLE } from './review-examples';

/** 100 texts at their longest, every character escaped. */
const MAX_TEXTS_BYTES = 12 * 1024 * 1024;

@ApiTags('reviews')
@Controller('v1/sentiment')
export class SentimentController {
  constructor(@Inject(API_PARTS) private readonly parts: ApiParts) {}

  @Post('analyze')
  @HttpCode(200)
  @RequireScope('analyst')
  @ExtendRouteConfig({ maxBodyBytes: MAX_TEXTS_BYTES })
  @ApiOperation({ summary: 'Read polarity, tones and aspects out of texts; nothing of them is kept' })
  @ApiOkResponse({ type: SentimentAnswerDto, example: SENTIMENT_ANSWER_EXAMPLE })
  async analyze(@Body() { texts }: SentimentRequestDto): Promise<SentimentAnswerDto> {
    const { sentiment, logger } = this.parts;
    if (!sentiment) throw new ProblemException('dependency-unavailable', 'there is no sentiment engine');
    try {
      return { readings: (await sentiment.read(texts)).map(readingAnswerOf) };
    } catch (error) {
      logger.error({ engine: sentiment.version, textCount: texts.length }, 'the sentiment engine failed');
      throw new ProblemException('dependency-unavailable', 'the sentiment engine failed', { cause: error });
    }
  }
}

function readingAnswerOf(reading: SentimentReading): SentimentReadingDto {
  return {
    ...reading,
    tones: reading.tones.map((tone) => ({ ...tone })),
    aspects: reading.aspects.map((aspect) => ({ ...aspect, evidence: { ...aspect.evidence } })),
    flags: [...reading.flags],
  };
}
