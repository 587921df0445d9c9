import { randomUUID } from 'node:crypto';
import { Controller, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Clock } from '@keyart/common';
import { VideoDto, type VideoFactsDto, type VideoRecord } from '@keyart/contracts';
import { TitlesRepository, VideosRepository } from '@keyart/db';
import { VideoFolder } from '@keyart/insights';
import type { JobProducer } from '@keyart/queue';
import type { FastifyRequest } from 'fastify';
import { RequireScope } from '../access/require-scope.decorator';
import { CLOCK, JOB_PRODUCER } from '../core/tokens';
import { IdPipe } from '../http/id.pipe';
import { ExtendRouteConfig } from '../http/route-config';
import { invalidBody } from '../problems/invalid-body';
import { ProblemException } from '../problems/problem.exception';
import { required } from '../problems/unknown-resource';
import {
  MAX_VIDEO_UPLOAD_BYTES,
  receiveVideoForm,
  VIDEO_FIELD,
  videoFactsOf,
  type ReceivedVideo,
} from './receive-video-form';
import { videoAnswerOf } from './video-answer-of';

const MAX_VIDEOS_PER_TITLE = 20;
const TEXT = { type: 'string', minLength: 1, maxLength: 2000 };
const INSTANT = { type: 'string', format: 'date-time' };
const FORM = {
  type: 'object',
  properties: {
    ...{ author: TEXT, licence: TEXT, rightsFrom: INSTANT, rightsUntil: INSTANT },
    [VIDEO_FIELD]: { type: 'string', format: 'binary' },
  },
  required: ['author', 'licence', VIDEO_FIELD],
};

@ApiTags('videos')
@Controller('v1/titles/:titleId/videos')
export class TitleVideosController {
  constructor(
    private readonly titles: TitlesRepository,
    private readonly videos: VideosRepository,
    private readonly folder: VideoFolder,
    @Inject(JOB_PRODUCER) private readonly jobs: JobProducer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(202)
  @RequireScope('catalogue')
  @ExtendRouteConfig({ body: 'form', maxBodyBytes: MAX_VIDEO_UPLOAD_BYTES })
  @ApiOperation({
    summary:
      'Give a title a video, 512 MiB at most; the worker looks for frames. The same file again tries again what failed',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FORM as object })
  @ApiAcceptedResponse({ type: VideoDto })
  async upload(@Param('titleId', IdPipe) titleId: string, @Req() request: FastifyRequest): Promise<VideoDto> {
    required(await this.titles.findById(titleId), 'title');
    const known = await this.videos.listByTitle(titleId);
    if (known.length >= MAX_VIDEOS_PER_TITLE)
      throw new ProblemException('conflict', `the title has ${known.length} videos: remove one first`);
    const received = await receiveVideoForm(request, this.folder);
    const video = await this.keep(titleId, received).finally(() => this.tidy(received));
    if (video.status === 'uploaded') await this.jobs.enqueue('analyse-video', { videoId: video.videoId });
    return videoAnswerOf(video);
  }

  @Get()
  @RequireScope('catalogue', 'analyst')
  @ApiOperation({ summary: 'Videos of a title, newest first' })
  async list(@Param('titleId', IdPipe) titleId: string): Promise<{ items: VideoDto[] }> {
    required(await this.titles.findById(titleId), 'title');
    return { items: (await this.videos.listByTitle(titleId)).map(videoAnswerOf) };
  }

  private async keep(titleId: string, received: ReceivedVideo): Promise<VideoRecord> {
    const { fileName, sha256, sizeBytes } = received;
    const rights = rightsOf(await videoFactsOf(received));
    const uploadedAt = new Date(this.clock.nowMs());
    const file = { fileName, sha256, sizeBytes };
    return this.videos.add({ videoId: randomUUID(), titleId, ...file, ...rights, uploadedAt });
  }

  /** A file that came with wrong fields is nobody's. */
  private async tidy({ sha256 }: ReceivedVideo): Promise<void> {
    if (!(await this.videos.isKept(sha256))) await this.folder.remove(sha256);
  }
}

function rightsOf({ author, licence, rightsFrom, rightsUntil }: VideoFactsDto) {
  const [from, until] = [rightsFrom, rightsUntil].map((text) => (text ? new Date(text) : null));
  if (from && until && from >= until)
    throw invalidBody([{ field: 'rightsUntil', detail: 'must be after rightsFrom' }]);
  return { author, licence, rightsFrom: from, rightsUntil: until };
}
