import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { VideoDto, type VideoScene, type VideoShot } from '@keyart/contracts';
import { VideosRepository } from '@keyart/db';
import { VideoFolder } from '@keyart/insights';
import type { VideoEngagement } from '@keyart/video';
import { RequireScope } from '../access/require-scope.decorator';
import { IdPipe } from '../http/id.pipe';
import { AnalysedVideos } from './analysed-videos';
import { videoAnswerOf } from './video-answer-of';

@ApiTags('videos')
@Controller('v1/videos/:videoId')
export class VideosController {
  constructor(
    private readonly videos: VideosRepository,
    private readonly analysed: AnalysedVideos,
    private readonly folder: VideoFolder,
  ) {}

  @Get()
  @RequireScope('catalogue', 'analyst')
  @ApiOperation({ summary: 'A video: how far it is, what it is, and why it failed' })
  @ApiOkResponse({ type: VideoDto })
  async find(@Param('videoId', IdPipe) videoId: string): Promise<VideoDto> {
    return videoAnswerOf(await this.analysed.find(videoId));
  }

  @Delete()
  @HttpCode(204)
  @RequireScope('catalogue')
  @ApiOperation({ summary: 'Remove a video with what was found in it; artworks made of its frames stay' })
  async remove(@Param('videoId', IdPipe) videoId: string): Promise<void> {
    const { sha256 } = await this.analysed.find(videoId);
    await this.videos.remove(videoId);
    if (!(await this.videos.isKept(sha256))) await this.folder.remove(sha256);
  }

  @Get('shots')
  @RequireScope('catalogue', 'analyst')
  @ApiOperation({ summary: 'Shots of a video, in order' })
  async shots(@Param('videoId', IdPipe) videoId: string): Promise<{ items: readonly VideoShot[] }> {
    return { items: (await this.analysed.open(videoId)).analysis.shots };
  }

  @Get('scenes')
  @RequireScope('catalogue', 'analyst')
  @ApiOperation({ summary: 'Scenes of a video, in order' })
  async scenes(@Param('videoId', IdPipe) videoId: string): Promise<{ items: readonly VideoScene[] }> {
    return { items: (await this.analysed.open(videoId)).analysis.scenes };
  }

  @Get('engagement')
  @RequireScope('catalogue', 'analyst')
  @ApiOperation({
    summary: 'Replays per exposure of shots and scenes, shrunken, with intervals; nothing below 300 plays',
  })
  async engagement(@Param('videoId', IdPipe) videoId: string): Promise<VideoEngagement> {
    return (await this.analysed.engaged(videoId)).engagement;
  }
}
