import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { titleRecordOf } from '@keyart/catalog';
import { PageQueryDto, TitleDto, type ArtworkRecord, type TitleRecord } from '@keyart/contracts';
import { ArtworksRepository, TitlesRepository } from '@keyart/db';
import { RequireScope } from '../access/require-scope.decorator';
import { decodeCursor, pageOf, type Page } from '../http/cursor';
import { IdPipe, SlugPipe } from '../http/id.pipe';
import { required } from '../problems/unknown-resource';
import { CatalogueWriter } from './catalogue-writer';
import { requireKnownFacets } from './require-known-facets';

@ApiTags('catalogue')
@Controller('v1/titles')
export class TitlesController {
  constructor(
    private readonly titles: TitlesRepository,
    private readonly artworks: ArtworksRepository,
    private readonly writer: CatalogueWriter,
  ) {}

  @Get()
  @RequireScope('catalogue', 'decide', 'analyst')
  @ApiOperation({ summary: 'Titles by id, a page at a time' })
  async list(@Query() { limit, after }: PageQueryDto): Promise<Page<TitleRecord>> {
    const items = await this.titles.list({ limit: limit + 1, after: decodeCursor(after) });
    return pageOf(items, limit, ({ titleId }) => titleId);
  }

  @Get(':titleId')
  @RequireScope('catalogue', 'decide', 'analyst')
  @ApiOperation({ summary: 'A title' })
  async find(@Param('titleId', IdPipe) titleId: string): Promise<TitleRecord> {
    return required(await this.titles.findById(titleId), 'title');
  }

  @Put(':titleId')
  @RequireScope('catalogue')
  @ApiOperation({ summary: 'Add or change a title' })
  async save(@Param('titleId', SlugPipe) titleId: string, @Body() body: TitleDto): Promise<TitleRecord> {
    requireKnownFacets(body.facets);
    const title = titleRecordOf(titleId, body);
    await this.writer.saveTitle(title);
    return title;
  }

  @Get(':titleId/artworks')
  @RequireScope('catalogue', 'decide', 'analyst')
  @ApiOperation({ summary: 'All artworks of a title' })
  async listArtworks(@Param('titleId', IdPipe) titleId: string): Promise<{ items: ArtworkRecord[] }> {
    required(await this.titles.findById(titleId), 'title');
    return { items: await this.artworks.listByTitle(titleId) };
  }
}
