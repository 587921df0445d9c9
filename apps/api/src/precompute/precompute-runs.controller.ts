import { randomUUID } from 'node:crypto';
import { Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Clock } from '@keyart/common';
import { PrecomputeRunDto } from '@keyart/contracts';
import { isUuid, PrecomputeRunsRepository } from '@keyart/db';
import { activeSince } from '@keyart/decisions';
import type { JobProducer } from '@keyart/queue';
import { RequireScope } from '../access/require-scope.decorator';
import { CLOCK, JOB_PRODUCER } from '../core/tokens';
import { IdPipe } from '../http/id.pipe';
import { ProblemException } from '../problems/problem.exception';
import { required } from '../problems/unknown-resource';
import { runAnswerOf } from './run-answer-of';

const LISTED_COUNT = 50;

@ApiTags('precompute')
@Controller('v1/precompute-runs')
export class PrecomputeRunsController {
  constructor(
    private readonly runs: PrecomputeRunsRepository,
    @Inject(JOB_PRODUCER) private readonly jobs: JobProducer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @RequireScope('admin')
  @ApiOperation({ summary: 'Score all active members; one run at a time' })
  @ApiCreatedResponse({ type: PrecomputeRunDto })
  async begin(): Promise<PrecomputeRunDto> {
    const runId = randomUUID();
    const at = this.now();
    if (!(await this.runs.begin(runId, { activeSince: activeSince(at), at })))
      throw new ProblemException('conflict', 'a run is unfinished: resume it, or cancel it first');
    await this.jobs.enqueue('precompute-members', {});
    return this.answer(runId);
  }

  @Get()
  @RequireScope('admin')
  @ApiOperation({ summary: 'The newest runs, newest first' })
  @ApiOkResponse({ type: PrecomputeRunDto, isArray: true })
  async list(): Promise<PrecomputeRunDto[]> {
    return (await this.runs.newest(LISTED_COUNT)).map(runAnswerOf);
  }

  @Get(':runId')
  @RequireScope('admin')
  @ApiOperation({ summary: 'How far a run is' })
  @ApiOkResponse({ type: PrecomputeRunDto })
  async find(@Param('runId', IdPipe) runId: string): Promise<PrecomputeRunDto> {
    return this.answer(runId);
  }

  @Post(':runId/pause')
  @HttpCode(200)
  @RequireScope('admin')
  @ApiOperation({ summary: 'Let the run wait; members being scored are finished' })
  @ApiOkResponse({ type: PrecomputeRunDto })
  async pause(@Param('runId', IdPipe) runId: string): Promise<PrecomputeRunDto> {
    return this.changed(runId, (at) => this.runs.pause(runId, { reason: null, at }));
  }

  @Post(':runId/resume')
  @HttpCode(200)
  @RequireScope('admin')
  @ApiOperation({ summary: 'Go on with a paused run where it stopped' })
  @ApiOkResponse({ type: PrecomputeRunDto })
  async resume(@Param('runId', IdPipe) runId: string): Promise<PrecomputeRunDto> {
    const run = await this.changed(runId, (at) => this.runs.resume(runId, at));
    await this.jobs.enqueue('precompute-members', {});
    return run;
  }

  @Post(':runId/cancel')
  @HttpCode(200)
  @RequireScope('admin')
  @ApiOperation({ summary: 'End an unfinished run; scores made so far stay' })
  @ApiOkResponse({ type: PrecomputeRunDto })
  async cancel(@Param('runId', IdPipe) runId: string): Promise<PrecomputeRunDto> {
    return this.changed(runId, (at) => this.runs.cancel(runId, at));
  }

  private async changed(runId: string, change: (at: Date) => Promise<boolean>): Promise<PrecomputeRunDto> {
    const { status } = await this.answer(runId);
    if (await change(this.now())) return this.answer(runId);
    throw new ProblemException('conflict', `the run is ${status}`);
  }

  private async answer(runId: string): Promise<PrecomputeRunDto> {
    const run = isUuid(runId) ? await this.runs.findById(runId) : null;
    return runAnswerOf(required(run, 'precompute run'));
  }

  private now(): Date {
    return new Date(this.clock.nowMs());
  }
}
