import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Clock } from '@keyart/common';
import {
  EvaluationDto,
  EvaluationRequestDto,
  EvaluationWithResultDto,
  PageQueryDto,
} from '@keyart/contracts';
import { EvaluationsRepository } from '@keyart/db';
import { renderEvaluationReport, type EvaluationResult } from '@keyart/decision-log';
import type { JobProducer } from '@keyart/queue';
import type { FastifyRequest } from 'fastify';
import { RequireScope } from '../access/require-scope.decorator';
import { CLOCK, JOB_PRODUCER } from '../core/tokens';
import { decodeCursor, pageOf, type Page } from '../http/cursor';
import { CONTENT_POLICY, HTML } from '../http/html-answer';
import { IdPipe } from '../http/id.pipe';
import { ProblemException } from '../problems/problem.exception';
import { required } from '../problems/unknown-resource';
import { evaluationAnswerOf } from './evaluation-answer-of';

@ApiTags('evaluations')
@Controller('v1/evaluations')
export class EvaluationsController {
  constructor(
    private readonly evaluations: EvaluationsRepository,
    @Inject(JOB_PRODUCER) private readonly jobs: JobProducer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(202)
  @RequireScope('analyst')
  @ApiOperation({ summary: 'Evaluate a policy on a decision log; the worker does' })
  @ApiAcceptedResponse({ type: EvaluationDto })
  async request(
    @Req() { apiKeyHolder }: FastifyRequest,
    @Body() request: EvaluationRequestDto,
  ): Promise<EvaluationDto> {
    const evaluationId = randomUUID();
    const requestedAt = new Date(this.clock.nowMs());
    const requestedBy = apiKeyHolder?.name ?? 'unknown';
    await this.evaluations.create({ evaluationId, request, requestedAt, requestedBy });
    await this.enqueue(evaluationId);
    return this.answer(evaluationId);
  }

  @Get()
  @RequireScope('analyst')
  @ApiOperation({ summary: 'Evaluations without results, newest first, a page at a time' })
  async list(@Query() { limit, after }: PageQueryDto): Promise<Page<EvaluationDto>> {
    const records = await this.evaluations.list({ limit: limit + 1, after: decodeCursor(after) });
    return pageOf(records.map(evaluationAnswerOf), limit, ({ evaluationId }) => evaluationId);
  }

  @Get(':evaluationId')
  @RequireScope('analyst')
  @ApiOperation({ summary: 'How far an evaluation is, and its result' })
  @ApiOkResponse({ type: EvaluationWithResultDto })
  async find(@Param('evaluationId', IdPipe) evaluationId: string): Promise<EvaluationWithResultDto> {
    const answer = await this.answer(evaluationId);
    return { ...answer, result: await this.evaluations.resultOf(evaluationId) };
  }

  @Get(':evaluationId/report')
  @RequireScope('analyst')
  @ApiOperation({ summary: 'The result as a page to look at' })
  @ApiProduces('text/html')
  @Header('content-type', HTML)
  @Header('content-security-policy', CONTENT_POLICY)
  @Header('cache-control', 'no-store')
  async report(@Param('evaluationId', IdPipe) evaluationId: string): Promise<string> {
    const { status } = await this.answer(evaluationId);
    const result = await this.evaluations.resultOf(evaluationId);
    if (!result) throw new ProblemException('conflict', `the evaluation is ${status}: there is no result`);
    return renderEvaluationReport(result as EvaluationResult);
  }

  /** One that nobody will carry out is not left in line. */
  private async enqueue(evaluationId: string): Promise<void> {
    try {
      await this.jobs.enqueue('evaluate-log', { evaluationId });
    } catch (error) {
      const problem = 'the queue took no job: ask again';
      await this.evaluations.end(evaluationId, { status: 'failed', problem }, new Date(this.clock.nowMs()));
      throw error;
    }
  }

  private async answer(evaluationId: string): Promise<EvaluationDto> {
    return evaluationAnswerOf(required(await this.evaluations.findById(evaluationId), 'evaluation'));
  }
}
