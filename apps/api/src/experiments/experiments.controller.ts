import { Body, Controller, Get, HttpCode, Inject, Param, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Clock } from '@keyart/common';
import {
  DEFAULT_GUARDRAILS,
  ExperimentChangesDto,
  ExperimentDto,
  PageQueryDto,
  StartExperimentDto,
  type ExperimentRecord,
} from '@keyart/contracts';
import { ExperimentsRepository } from '@keyart/db';
import type { FastifyRequest } from 'fastify';
import { RequireScope } from '../access/require-scope.decorator';
import { CLOCK } from '../core/tokens';
import { decodeCursor, pageOf, type Page } from '../http/cursor';
import { IdPipe } from '../http/id.pipe';
import { ProblemException } from '../problems/problem.exception';
import { required } from '../problems/unknown-resource';
import { ExperimentRuns } from './experiment-runs';

@ApiTags('experiments')
@Controller('v1/experiments')
export class ExperimentsController {
  constructor(
    private readonly experiments: ExperimentsRepository,
    private readonly runs: ExperimentRuns,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @RequireScope('admin')
  @ApiOperation({ summary: 'Draft an experiment' })
  async create(@Req() request: FastifyRequest, @Body() body: ExperimentDto): Promise<ExperimentRecord> {
    const createdAt = new Date(this.clock.nowMs());
    const guardrails = body.guardrails ?? DEFAULT_GUARDRAILS;
    const draft = { ...body, guardrails, createdAt, createdBy: nameOf(request) };
    const isNew = await this.experiments.create(draft);
    if (!isNew) throw new ProblemException('conflict', 'there is an experiment of that id');
    return this.find(body.experimentId);
  }

  @Get()
  @RequireScope('analyst')
  @ApiOperation({ summary: 'Experiments by id, each with its latest run, a page at a time' })
  async list(@Query() { limit, after }: PageQueryDto): Promise<Page<ExperimentRecord>> {
    const items = await this.experiments.list({ limit: limit + 1, after: decodeCursor(after) });
    return pageOf(items, limit, ({ experimentId }) => experimentId);
  }

  @Get(':experimentId')
  @RequireScope('analyst')
  @ApiOperation({ summary: 'An experiment with its latest run' })
  async find(@Param('experimentId', IdPipe) experimentId: string): Promise<ExperimentRecord> {
    return required(await this.experiments.findById(experimentId), 'experiment');
  }

  @Patch(':experimentId')
  @RequireScope('admin')
  @ApiOperation({ summary: 'Change a draft; what was started once is fixed' })
  async change(
    @Param('experimentId', IdPipe) experimentId: string,
    @Body() changes: ExperimentChangesDto,
  ): Promise<ExperimentRecord> {
    const isChanged = await this.experiments.changeDraft(experimentId, changes);
    const experiment = await this.find(experimentId);
    if (!isChanged) throw new ProblemException('conflict', 'the experiment was started; draft a new one');
    return experiment;
  }

  @Post(':experimentId/start')
  @HttpCode(200)
  @RequireScope('admin')
  @ApiOperation({
    summary: 'Start the next version, on members that no running experiment has, at once or in steps',
  })
  start(
    @Req() request: FastifyRequest,
    @Param('experimentId', IdPipe) experimentId: string,
    @Body() { ramp }: StartExperimentDto,
  ): Promise<ExperimentRecord> {
    return this.runs.start({ experimentId, startedBy: nameOf(request), ramp });
  }

  @Post(':experimentId/stop')
  @HttpCode(200)
  @RequireScope('admin')
  @ApiOperation({ summary: 'Stop it; its members go back to the default' })
  stop(
    @Req() request: FastifyRequest,
    @Param('experimentId', IdPipe) experimentId: string,
  ): Promise<ExperimentRecord> {
    return this.runs.stop(experimentId, nameOf(request));
  }
}

function nameOf({ apiKeyHolder }: FastifyRequest): string {
  return apiKeyHolder?.name ?? 'unknown';
}
