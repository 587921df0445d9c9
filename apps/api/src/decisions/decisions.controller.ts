import { Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DecisionsAnswerDto, DecisionsRequestDto, type DecisionRecord } from '@keyart/contracts';
import { DecisionsRepository } from '@keyart/db';
import { DecisionService } from '@keyart/decisions';
import type { FastifyRequest } from 'fastify';
import { requireAnyScope } from '../access/api-key.guard';
import { RequireScope } from '../access/require-scope.decorator';
import { IdPipe } from '../http/id.pipe';
import { ValidBody } from '../http/valid-body.decorator';
import { required } from '../problems/unknown-resource';
import { answerOf } from './answer-of';

@ApiTags('decisions')
@Controller('v1/decisions')
export class DecisionsController {
  constructor(
    private readonly service: DecisionService,
    private readonly decisions: DecisionsRepository,
  ) {}

  @Post()
  @HttpCode(200)
  @RequireScope('decide')
  @ValidBody(DecisionsRequestDto)
  @ApiOperation({ summary: 'Choose a picture for each title of a page' })
  @ApiOkResponse({ type: DecisionsAnswerDto })
  async decide(@Req() request: FastifyRequest<{ Body: DecisionsRequestDto }>): Promise<DecisionsAnswerDto> {
    const { memberId, surface, titles, deadlineMs = null, policy = null, pageId = null } = request.body;
    if (policy !== null) requireAnyScope(request.apiKeyHolder, ['analyst']);
    const requestId = request.id;
    const page = { requestId, memberId, surface, titles, pageId };
    const decided = await this.service.decide({ ...page, deadlineMs, policy });
    return answerOf(requestId, decided);
  }

  @Get(':decisionId')
  @RequireScope('decide', 'analyst')
  @ApiOperation({ summary: 'The full record of a choice' })
  async find(@Param('decisionId', IdPipe) decisionId: string): Promise<DecisionRecord> {
    return required(await this.decisions.findById(decisionId), 'decision');
  }
}
