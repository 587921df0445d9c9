import { createHash } from 'node:crypto';
import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Clock } from '@keyart/common';
import { PlaybackAnswerDto, PlaybackEventsDto, type PlaybackEventDto } from '@keyart/contracts';
import { ShotPlaybackRepository } from '@keyart/db';
import { shotsOfEvent } from '@keyart/video';
import { RequireScope } from '../access/require-scope.decorator';
import { CLOCK } from '../core/tokens';
import { IdPipe } from '../http/id.pipe';
import { ExtendRouteConfig } from '../http/route-config';
import { invalidBody } from '../problems/invalid-body';
import { AnalysedVideos } from './analysed-videos';
import { faultsOfPlayback } from './faults-of-playback';

/** 500 events at their longest stay below. */
const MAX_BODY_BYTES = 512 * 1024;

@ApiTags('videos')
@Controller('v1/videos/:videoId/playback-events')
export class PlaybackController {
  constructor(
    private readonly analysed: AnalysedVideos,
    private readonly playback: ShotPlaybackRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(200)
  @RequireScope('events')
  @ExtendRouteConfig({ maxBodyBytes: MAX_BODY_BYTES })
  @ApiOperation({
    summary: 'Say what happened while a video played; added to sums of its shots, once, all or none',
  })
  @ApiOkResponse({ type: PlaybackAnswerDto })
  async report(
    @Param('videoId', IdPipe) videoId: string,
    @Body() { events }: PlaybackEventsDto,
  ): Promise<PlaybackAnswerDto> {
    const { shots } = (await this.analysed.open(videoId)).analysis;
    const nowMs = this.clock.nowMs();
    const faults = faultsOfPlayback(events, nowMs, shots.at(-1)?.toMs ?? 0);
    if (faults.length > 0) throw invalidBody(faults);
    const counted = events.map((event) => ({
      eventHash: hashOf(videoId, event),
      shots: shotsOfEvent({ toMs: event.fromMs, ...event }, shots),
    }));
    const accepted = await this.playback.count(videoId, counted, new Date(nowMs));
    return { accepted, duplicates: events.length - accepted };
  }
}

function hashOf(videoId: string, { eventId }: PlaybackEventDto): Buffer {
  return createHash('sha256').update(`${videoId}/${eventId}`).digest();
}
