import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ExplanationQueryDto,
  type AnalystExplanationDto,
  type ViewerExplanationDto,
} from '@keyart/contracts';
import { DecisionExplainer } from '@keyart/decisions';
import type { FastifyRequest } from 'fastify';
import { requireAnyScope } from '../access/api-key.guard';
import { RequireScope } from '../access/require-scope.decorator';
import { IdPipe } from '../http/id.pipe';
import { required } from '../problems/unknown-resource';
import { analystExplanationOf, viewerExplanationOf } from './explanation-answers';

const ANSWERS = ['ViewerExplanationDto', 'AnalystExplanationDto'].map((name) => ({
  $ref: `#/components/schemas/${name}`,
}));

@ApiTags('decisions')
@Controller('v1/decisions/:decisionId/explanation')
export class ExplanationsController {
  constructor(private readonly explainer: DecisionExplainer) {}

  @Get()
  @RequireScope('decide', 'analyst')
  @ApiOperation({ summary: 'Why this picture was shown, for the viewer or for an analyst' })
  @ApiOkResponse({ schema: { oneOf: ANSWERS } })
  async explain(
    @Param('decisionId', IdPipe) decisionId: string,
    @Query() { audience }: ExplanationQueryDto,
    @Req() request: FastifyRequest,
  ): Promise<ViewerExplanationDto | AnalystExplanationDto> {
    requireAnyScope(request.apiKeyHolder, [audience === 'viewer' ? 'decide' : 'analyst']);
    if (audience === 'viewer')
      return viewerExplanationOf(required(await this.explainer.forViewer(decisionId), 'decision'));
    return analystExplanationOf(required(await this.explainer.forAnalyst(decisionId), 'decision'));
  }
}
