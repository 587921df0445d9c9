import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { artworkRecordOf, faultsOfArtwork } from '@keyart/catalog';
import { ArtworkDto, type ArtworkRecord } from '@keyart/contracts';
import { ArtworksRepository, TitlesRepository } from '@keyart/db';
import { RequireScope } from '../access/require-scope.decorator';
import { IdPipe, SlugPipe } from '../http/id.pipe';
import { invalidBody } from '../problems/invalid-body';
import { ProblemException } from '../problems/problem.exception';
import { required } from '../problems/unknown-resource';
import { CatalogueWriter } from './catalogue-writer';
import { requireKnownFacets } from './require-known-facets';

@ApiTags('catalogue')
@Controller('v1/artworks')
export class ArtworksController {
  constructor(
    private readonly titles: TitlesRepository,
    private readonly artworks: ArtworksRepository,
    private readonly writer: CatalogueWriter,
  ) {}

  @Get(':artworkId')
  @RequireScope('catalogue', 'decide', 'analyst')
  @ApiOperation({ summary: 'An artwork: everything about the picture but the picture' })
  async find(@Param('artworkId', IdPipe) artworkId: string): Promise<ArtworkRecord> {
    return required(await this.artworks.findById(artworkId), 'artwork');
  }

  @Put(':artworkId')
  @RequireScope('catalogue')
  @ApiOperation({ summary: 'Add or change an artwork; its picture stays' })
  async save(
    @Param('artworkId', SlugPipe) artworkId: string,
    @Body() body: ArtworkDto,
  ): Promise<ArtworkRecord> {
    requireKnownFacets(body.facets ?? {});
    const faults = faultsOfArtwork(body);
    if (faults.length > 0) throw invalidBody(faults);
    const known = await this.artworks.findById(artworkId);
    await this.requireTitle(body.titleId, known);
    const artwork = artworkRecordOf(artworkId, body, known);
    await this.writer.saveArtwork(artwork);
    return artwork;
  }

  private async requireTitle(titleId: string, known: ArtworkRecord | null): Promise<void> {
    if (known && known.titleId !== titleId)
      throw new ProblemException('conflict', `the artwork belongs to the title ${known.titleId}`);
    if (!known && !(await this.titles.findById(titleId)))
      throw invalidBody([{ field: 'titleId', detail: 'is of no title in the catalogue' }]);
  }
}
