import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SimilarTitlesDto, SimilarTitlesQueryDto } from '@keyart/contracts';
import { TitleMapsRepository, TitlesRepository } from '@keyart/db';
import { RequireScope } from '../access/require-scope.decorator';
import { IdPipe } from '../http/id.pipe';
import { required } from '../problems/unknown-resource';
import { MAP_EXAMPLES } from './map-examples';

@ApiTags('map')
@Controller('v1/titles/:titleId/similar')
export class SimilarTitlesController {
  constructor(
    private readonly titles: TitlesRepository,
    private readonly maps: TitleMapsRepository,
  ) {}

  @Get()
  @RequireScope('catalogue', 'decide', 'analyst')
  @ApiOperation({ summary: 'What is like a title, and why' })
  @ApiOkResponse({ type: SimilarTitlesDto, example: MAP_EXAMPLES.similar })
  async list(
    @Param('titleId', IdPipe) titleId: string,
    @Query() { limit }: SimilarTitlesQueryDto,
  ): Promise<SimilarTitlesDto> {
    required(await this.titles.findById(titleId), 'title');
    const map = await this.maps.newest();
    const similar = map && (await this.maps.similarTo(map.version, titleId));
    const items = (similar ?? []).slice(0, limit) as SimilarTitlesDto['items'];
    return { mapVersion: map?.version ?? null, isMapped: similar !== null, items };
  }
}
