import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AudienceDto, AudienceQueryDto } from '@keyart/contracts';
import { AudienceForecasts } from '@keyart/insights';
import { RequireScope } from '../access/require-scope.decorator';
import { IdPipe } from '../http/id.pipe';
import { audienceAnswerOf } from './audience-answer-of';
import { AUDIENCE_EXAMPLE } from './audience-example';
import { requiredForecast } from './required-forecast';

@ApiTags('insights')
@Controller('v1/titles/:titleId/audience')
export class AudienceController {
  constructor(private readonly forecasts: AudienceForecasts) {}

  @Get()
  @RequireScope('analyst')
  @ApiOperation({
    summary: 'In which countries a title finds its audience, with interval, and the titles that say so',
    description:
      'The audience model in service, from synopsis, genres, keywords, people, countries of origin and age; markets that were ' +
      'observed (`PUT …/markets`) move the others.',
  })
  @ApiOkResponse({ type: AudienceDto, example: AUDIENCE_EXAMPLE })
  async find(
    @Param('titleId', IdPipe) titleId: string,
    @Query() query: AudienceQueryDto,
  ): Promise<AudienceDto> {
    const forecast = await requiredForecast(this.forecasts, titleId);
    return audienceAnswerOf(titleId, forecast, query);
  }
}
