import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { PictureStore } from '@keyart/catalog';
import {
  FrameImageQueryDto,
  FramePromotionDto,
  FramesQueryDto,
  type ArtworkRecord,
  type VideoFrame,
} from '@keyart/contracts';
import { ArtworksRepository, TitlesRepository, VideosRepository } from '@keyart/db';
import { FramePictures, PromoteFrame } from '@keyart/insights';
import type { FastifyReply } from 'fastify';
import { RequireScope } from '../access/require-scope.decorator';
import { CatalogueWriter } from '../catalogue/catalogue-writer';
import { PICTURE_STORE } from '../core/tokens';
import { IdPipe } from '../http/id.pipe';
import { matchesEtag } from '../http/matches-etag';
import { duplicatePicture } from '../problems/duplicate-picture';
import { required } from '../problems/unknown-resource';
import { AnalysedVideos } from './analysed-videos';
import { FrameAddressPipe, type FrameAddress } from './frame-address.pipe';
import { FramePipe } from './frame.pipe';

@ApiTags('videos')
@Controller('v1/videos/:videoId/frames')
export class FramesController {
  private readonly promotion: PromoteFrame;

  constructor(
    videos: VideosRepository,
    private readonly analysed: AnalysedVideos,
    private readonly pictures: FramePictures,
    private readonly titles: TitlesRepository,
    private readonly artworks: ArtworksRepository,
    private readonly writer: CatalogueWriter,
    @Inject(PICTURE_STORE) store: PictureStore,
  ) {
    this.promotion = new PromoteFrame({ videos, artworks, store, pictures });
  }

  @Get()
  @RequireScope('catalogue', 'analyst')
  @ApiOperation({
    summary:
      'The best frame of each shot: score parts, crops, faults, rank; ranked by engagement where it is known',
  })
  async list(
    @Param('videoId', IdPipe) videoId: string,
    @Query() { faults }: FramesQueryDto,
  ): Promise<{ items: readonly VideoFrame[] }> {
    const { frames } = (await this.analysed.engaged(videoId)).analysis;
    if (faults === undefined) return { items: frames };
    return {
      items: frames.filter((frame) =>
        faults === 'none' ? frame.faults.length === 0 : frame.faults.includes(faults),
      ),
    };
  }

  @Get(':frame/image')
  @RequireScope('catalogue', 'analyst')
  @ApiOperation({ summary: 'A small picture of the frame, or of its crop' })
  @ApiProduces('image/jpeg')
  @ApiParam({ name: 'videoId', schema: { type: 'string' } })
  @ApiParam({ name: 'frame', schema: { type: 'integer', minimum: 0 } })
  async image(
    @Param(FrameAddressPipe) { videoId, frame }: FrameAddress,
    @Query() { aspect }: FrameImageQueryDto,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = await this.analysed.open(videoId);
    const { sha256 } = found.video;
    const etag = `"${sha256.slice(0, 16)}-${found.analysis.version}-${frame}-${aspect ?? 'whole'}"`;
    const caching = { etag, 'cache-control': 'private, max-age=3600' };
    if (matchesEtag(reply.request.headers['if-none-match'], etag)) {
      await reply.code(304).headers(caching).send();
      return;
    }
    const bytes = await this.pictures.thumbnail(found, { frame, aspect: aspect ?? null });
    await reply
      .headers({ ...caching, 'content-type': 'image/jpeg', 'content-length': bytes.length })
      .send(bytes);
  }

  @Post(':frame/promote')
  @HttpCode(200)
  @RequireScope('catalogue')
  @ApiOperation({
    summary:
      'Make an artwork of the frame, cut to the aspect at full size; it is read, and shown once an editor approves it',
  })
  async promote(
    @Param('videoId', IdPipe) videoId: string,
    @Param('frame', FramePipe) frame: number,
    @Body() wanted: FramePromotionDto,
  ): Promise<ArtworkRecord> {
    const analysed = await this.analysed.open(videoId);
    const title = required(await this.titles.findById(analysed.video.titleId), 'title');
    const promoted = await this.promotion.run({ analysed, title, frame, wanted });
    if (promoted.outcome === 'duplicate') throw duplicatePicture(promoted.duplicate);
    if (promoted.outcome === 'made') await this.writer.pictureGiven(promoted, 'usual');
    return required(await this.artworks.findById(promoted.artworkId), 'artwork');
  }
}
