import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  MicroGenresDto,
  MicroGenresQueryDto,
  MicroGenreTitlesDto,
  PageQueryDto,
  type MicroGenreDto,
  type MicroGenreTitleDto,
} from '@keyart/contracts';
import { MicroGenresRepository } from '@keyart/db';
import { RequireScope } from '../access/require-scope.decorator';
import { decodeCursor, pageOf } from '../http/cursor';
import { IdPipe } from '../http/id.pipe';
import { required } from '../problems/unknown-resource';
import { MICRO_GENRE_EXAMPLES } from './micro-genre-examples';

@ApiTags('micro-genres')
@Controller('v1/micro-genres')
export class MicroGenresController {
  constructor(private readonly microGenres: MicroGenresRepository) {}

  @Get()
  @RequireScope('catalogue', 'decide', 'analyst')
  @ApiOperation({ summary: 'Micro-genres of the catalogue by slug, a page at a time' })
  @ApiOkResponse({ type: MicroGenresDto, example: MICRO_GENRE_EXAMPLES.list })
  async list(@Query() { limit, after, search }: MicroGenresQueryDto): Promise<MicroGenresDto> {
    const newest = await this.microGenres.newest();
    const found = await this.microGenres.list({ limit: limit + 1, after: decodeCursor(after), search });
    const { items, nextCursor } = pageOf(found, limit, ({ slug }) => slug);
    return {
      ...{ version: newest?.version ?? null, coverage: newest?.coverage ?? 0 },
      ...{ items: items as MicroGenreDto[], nextCursor },
    };
  }

  @Get(':slug/titles')
  @RequireScope('catalogue', 'decide', 'analyst')
  @ApiOperation({ summary: 'Titles of a micro-genre, each with what says that it is one of them' })
  @ApiOkResponse({ type: MicroGenreTitlesDto, example: MICRO_GENRE_EXAMPLES.titles })
  async titles(
    @Param('slug', IdPipe) slug: string,
    @Query() { limit, after }: PageQueryDto,
  ): Promise<MicroGenreTitlesDto> {
    const microGenre = required(await this.microGenres.find(slug), 'micro-genre') as MicroGenreDto;
    const found = await this.microGenres.titles(slug, { limit: limit + 1, after: decodeCursor(after) });
    const { items, nextCursor } = pageOf(found, limit, ({ titleId }) => titleId);
    const shown = items.map(({ titleId, evidence }) => ({ titleId, evidence }) as MicroGenreTitleDto);
    return { microGenre, items: shown, nextCursor };
  }
}
