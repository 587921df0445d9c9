import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MarketsDto } from '@keyart/contracts';
import { MarketObservationsRepository, TitlesRepository } from '@keyart/db';
import { RequireScope } from '../access/require-scope.decorator';
import { IdPipe } from '../http/id.pipe';
import { required } from '../problems/unknown-resource';
import { requireSoundMarkets } from './require-sound-markets';

@ApiTags('insights')
@Controller('v1/titles/:titleId/markets')
export class MarketsController {
  constructor(
    private readonly titles: TitlesRepository,
    private readonly markets: MarketObservationsRepository,
  ) {}

  @Get()
  @RequireScope('catalogue', 'analyst')
  @ApiOperation({ summary: 'Where a title was looked at after its launch, by country' })
  @ApiOkResponse({ type: MarketsDto })
  async list(@Param('titleId', IdPipe) titleId: string): Promise<MarketsDto> {
    required(await this.titles.findById(titleId), 'title');
    const found = await this.markets.listByTitle(titleId);
    const items = found.map(({ country, isOffered, isCharted, observedOn }) => ({
      ...{ country, isOffered, isCharted, observedOn },
    }));
    return { items };
  }

  @Put()
  @RequireScope('catalogue')
  @ApiOperation({
    summary:
      'Say where a title was offered and entered the weekly top list, in place of what was said before',
    description:
      'A country that is left out, or where it is not offered, counts as not known, never as dislike.',
  })
  @ApiOkResponse({ type: MarketsDto })
  async save(@Param('titleId', IdPipe) titleId: string, @Body() { items }: MarketsDto): Promise<MarketsDto> {
    requireSoundMarkets(items);
    required(await this.titles.findById(titleId), 'title');
    await this.markets.replace(titleId, items);
    return this.list(titleId);
  }
}
