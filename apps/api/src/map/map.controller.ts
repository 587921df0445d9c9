import { Body, Controller, Get, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { JobAcceptedDto, MapDto, MapHeadDto, MapQueryDto, MapRebuildDto } from '@keyart/contracts';
import { TitleMapsRepository } from '@keyart/db';
import type { JobProducer } from '@keyart/queue';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequireScope } from '../access/require-scope.decorator';
import { JOB_PRODUCER } from '../core/tokens';
import { matchesEtag } from '../http/matches-etag';
import { required } from '../problems/unknown-resource';
import { mapAnswerOf, mapHeadOf } from './map-answers';
import { MAP_EXAMPLES } from './map-examples';

const LISTED_COUNT = 20;

@ApiTags('map')
@Controller('v1/map')
export class MapController {
  constructor(
    private readonly maps: TitleMapsRepository,
    @Inject(JOB_PRODUCER) private readonly jobs: JobProducer,
  ) {}

  @Get()
  @RequireScope('catalogue', 'decide', 'analyst')
  @ApiOperation({ summary: 'The similarity map: where titles are, and the communities of each zoom level' })
  @ApiOkResponse({ type: MapDto, example: MAP_EXAMPLES.map })
  @ApiResponse({ status: 304, description: 'The map of `If-None-Match` is still the one.' })
  async show(
    @Query() { version }: MapQueryDto,
    @Req() { headers }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MapDto | undefined> {
    const map = required(
      version === undefined ? await this.maps.newest() : await this.maps.find(version),
      version === undefined ? 'map yet: POST /v1/map/rebuilds makes one' : 'version of the map',
    );
    const etag = `"${map.version}"`;
    void reply.headers({ etag, 'cache-control': 'private, no-cache' });
    if (matchesEtag(headers['if-none-match'], etag)) {
      void reply.code(304);
      return undefined;
    }
    return mapAnswerOf(map, await this.maps.points(map.version));
  }

  @Get('versions')
  @RequireScope('catalogue', 'decide', 'analyst')
  @ApiOperation({ summary: 'Maps that are still there, newest first' })
  @ApiOkResponse({ type: MapHeadDto, isArray: true, example: MAP_EXAMPLES.versions })
  async versions(): Promise<MapHeadDto[]> {
    return (await this.maps.list(LISTED_COUNT)).map(mapHeadOf);
  }

  @Post('rebuilds')
  @HttpCode(202)
  @RequireScope('admin')
  @ApiOperation({
    summary:
      'Make the map anew; `GET /v1/jobs/rebuild-map/{jobId}` says how far it is. One at a time: a second one waits',
  })
  @ApiAcceptedResponse({ type: JobAcceptedDto, example: { jobId: '17' } })
  async rebuild(@Body() { isForced }: MapRebuildDto): Promise<JobAcceptedDto> {
    const { jobId } = await this.jobs.enqueue('rebuild-map', isForced === undefined ? {} : { isForced });
    return { jobId };
  }
}
