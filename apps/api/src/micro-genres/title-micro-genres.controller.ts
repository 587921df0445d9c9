import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { TitleMicroGenresDto, type TitleMicroGenreDto } from '@keyart/contracts';
import { MicroGenresRepository, TitlesRepository } from '@keyart/db';
import { recogniseFacets, similarityTitleOf } from '@keyart/similarity';
import { RequireScope } from '../access/require-scope.decorator';
import { IdPipe } from '../http/id.pipe';
import { required } from '../problems/unknown-resource';
import { MICRO_GENRE_EXAMPLES } from './micro-genre-examples';

@ApiTags('micro-genres')
@Controller('v1/titles/:titleId/micro-genres')
export class TitleMicroGenresController {
  constructor(
    private readonly titles: TitlesRepository,
    private readonly microGenres: MicroGenresRepository,
  ) {}

  @Get()
  @RequireScope('catalogue', 'decide', 'analyst')
  @ApiOperation({ summary: 'What a title is, facet by facet with evidence, and its micro-genres' })
  @ApiOkResponse({ type: TitleMicroGenresDto, example: MICRO_GENRE_EXAMPLES.ofTitle })
  async show(@Param('titleId', IdPipe) titleId: string): Promise<TitleMicroGenresDto> {
    const title = required(await this.titles.findById(titleId), 'title');
    const microGenres = (await this.microGenres.ofTitle(titleId)) as TitleMicroGenreDto[];
    return { microGenres, facets: recogniseFacets(similarityTitleOf(title)) };
  }
}
