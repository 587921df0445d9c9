import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ReviewDto,
  type ArtworkReading,
  type ArtworkRecord,
  type ReadingAnswer,
  type ReadingState,
} from '@keyart/contracts';
import { ArtworkReadingsRepository, ArtworksRepository } from '@keyart/db';
import { RequireScope } from '../access/require-scope.decorator';
import { IdPipe } from '../http/id.pipe';
import { invalidBody } from '../problems/invalid-body';
import { required } from '../problems/unknown-resource';
import { CatalogueWriter } from './catalogue-writer';

@ApiTags('catalogue')
@Controller('v1/artworks/:artworkId')
export class ReadingsController {
  constructor(
    private readonly artworks: ArtworksRepository,
    private readonly readings: ArtworkReadingsRepository,
    private readonly writer: CatalogueWriter,
  ) {}

  @Get('reading')
  @RequireScope('catalogue', 'analyst')
  @ApiOperation({
    summary: 'What was read off the picture: features, description, and where it may be shown',
  })
  async find(@Param('artworkId', IdPipe) artworkId: string): Promise<ReadingAnswer> {
    const { sha256 } = required(await this.artworks.findById(artworkId), 'artwork');
    const kept = await this.readings.findByArtwork(artworkId);
    const reading = kept?.sha256 === sha256 ? kept : null;
    const faults = reading?.suitability?.faults ?? [];
    return { artworkId, state: sha256 === null ? 'no-picture' : stateOf(reading), reading, faults };
  }

  @Put('review')
  @RequireScope('catalogue')
  @ApiOperation({ summary: 'Approve or reject a picture' })
  async review(
    @Param('artworkId', IdPipe) artworkId: string,
    @Body() { state, reason }: ReviewDto,
  ): Promise<ArtworkRecord> {
    if ((state === 'rejected') !== Boolean(reason))
      throw invalidBody([{ field: 'reason', detail: 'goes with state rejected, and must' }]);
    const artwork = required(await this.artworks.findById(artworkId), 'artwork');
    await this.writer.saveArtwork({ ...artwork, reviewState: state, reviewReason: reason ?? null });
    return required(await this.artworks.findById(artworkId), 'artwork');
  }
}

function stateOf(reading: ArtworkReading | null): ReadingState {
  if (!reading) return 'waiting';
  if (!reading.description) return 'read';
  return reading.suitability ? 'judged' : 'described';
}
