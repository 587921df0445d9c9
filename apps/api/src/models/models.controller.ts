import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Clock } from '@keyart/common';
import {
  JobAcceptedDto,
  ModelsQueryDto,
  PromoteModelDto,
  RegisterRankerDto,
  TrainRequestDto,
  type ModelHead,
  type ModelVersionRecord,
} from '@keyart/contracts';
import { ModelVersionsRepository } from '@keyart/db';
import type { RolledBack } from '@keyart/decisions';
import type { JobProducer } from '@keyart/queue';
import type { FastifyRequest } from 'fastify';
import { RequireScope } from '../access/require-scope.decorator';
import { CLOCK, JOB_PRODUCER } from '../core/tokens';
import { decodeCursor, pageOf, type Page } from '../http/cursor';
import { IdPipe } from '../http/id.pipe';
import { required } from '../problems/unknown-resource';
import { RankerReleases } from './ranker-releases';
import { requireServable } from './require-servable';

@ApiTags('models')
@Controller('v1/models')
export class ModelsController {
  constructor(
    private readonly models: ModelVersionsRepository,
    private readonly rankers: RankerReleases,
    @Inject(JOB_PRODUCER) private readonly jobs: JobProducer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @RequireScope('analyst', 'admin')
  @ApiOperation({ summary: 'Versions of the models, newest first, a page at a time' })
  async list(@Query() { limit, after, kind, stage }: ModelsQueryDto): Promise<Page<ModelHead>> {
    const query = { kind, stage, limit: limit + 1, after: decodeCursor(after) };
    return pageOf(await this.models.list(query), limit, ({ version }) => version);
  }

  @Post('train')
  @HttpCode(202)
  @RequireScope('admin')
  @ApiOperation({ summary: 'Train on the attributed log now' })
  @ApiAcceptedResponse({ type: JobAcceptedDto })
  async train(@Body() body: TrainRequestDto): Promise<JobAcceptedDto> {
    const { jobId } = await this.jobs.enqueue('train-baseline', { ...body });
    return { jobId };
  }

  @Post('register')
  @HttpCode(201)
  @RequireScope('admin')
  @ApiOperation({ summary: 'Keep an LLM ranker and put it into the shadow: scored, compared, not shown' })
  async register(@Body() { adapter }: RegisterRankerDto): Promise<ModelHead> {
    return this.rankers.register(adapter);
  }

  @Post('rollback')
  @HttpCode(200)
  @RequireScope('admin')
  @ApiOperation({ summary: 'Refuse the LLM ranker in service and put back the one before it' })
  async rollback(): Promise<RolledBack> {
    return this.rankers.rollback();
  }

  @Get(':version')
  @RequireScope('analyst', 'admin')
  @ApiOperation({ summary: 'A version, on what it was trained and how it did in the shadow' })
  async find(@Param('version', IdPipe) version: string): Promise<ModelHead> {
    return required(await this.models.findHead(version), 'model');
  }

  @Post(':version/promote')
  @HttpCode(200)
  @RequireScope('admin')
  @ApiOperation({ summary: 'Put a version into service; an LLM ranker only if it passes every gate' })
  async promote(
    @Param('version', IdPipe) version: string,
    @Body() body: PromoteModelDto,
    @Req() request: FastifyRequest,
  ): Promise<ModelHead> {
    const model = required(await this.models.findByVersion(version), 'model');
    if (model.kind !== 'llm') await this.activate(model);
    else {
      const { overridden } = await this.rankers.promote({ version, ...body });
      if (overridden.length > 0)
        request.auditNote = `overrode ${overridden.join('; ')}: ${body.overrideReason}`;
    }
    return this.find(version);
  }

  @Post(':version/reject')
  @HttpCode(200)
  @RequireScope('admin')
  @ApiOperation({
    summary: 'Take a version out, in the shadow or in service; without one, the day-one model serves',
  })
  async reject(@Param('version', IdPipe) version: string): Promise<ModelHead> {
    await this.models.reject(version, this.now());
    return this.find(version);
  }

  private async activate(model: ModelVersionRecord): Promise<void> {
    requireServable(model);
    await this.models.activate(model.version, this.now());
  }

  private now(): Date {
    return new Date(this.clock.nowMs());
  }
}
