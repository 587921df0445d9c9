import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { VideosRepository } from '@keyart/db';
import { FramePictures } from '@keyart/insights';
import { Public } from '../access/public.decorator';
import { CONTENT_POLICY, HTML } from '../http/html-answer';
import { IdPipe } from '../http/id.pipe';
import { AnalysedVideos } from './analysed-videos';
import { renderVideoPage } from './render-video-page';
import type { SheetFrame } from './video-sheet';
import { renderUnreadyVideo } from './render-unready-video';

/** A video's contact sheet to look at. */
@ApiExcludeController()
@Controller('videos')
export class VideoPageController {
  constructor(
    private readonly analysed: AnalysedVideos,
    private readonly videos: VideosRepository,
    private readonly pictures: FramePictures,
  ) {}

  @Get(':videoId')
  @Public()
  @Header('content-type', HTML)
  @Header('content-security-policy', CONTENT_POLICY)
  @Header('cache-control', 'no-store')
  async show(@Param('videoId', IdPipe) videoId: string): Promise<string> {
    const video = await this.analysed.find(videoId);
    if (video.status !== 'ready') return renderUnreadyVideo(video);
    const engaged = await this.analysed.engaged(videoId);
    const promotions = await this.videos.promotionsOf(videoId);
    const frames: SheetFrame[] = [];
    for (const frame of engaged.analysis.frames) {
      const picture = await this.pictures.thumbnail(engaged, { frame: frame.frame, aspect: null });
      const src = `data:image/jpeg;base64,${picture.toString('base64')}`;
      frames.push({ ...frame, src, promotions: promotions.filter((one) => one.frame === frame.frame) });
    }
    return renderVideoPage({ ...engaged, frames });
  }
}
