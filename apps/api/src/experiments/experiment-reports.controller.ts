import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { projectVersion, type Clock } from '@keyart/common';
import { ExperimentRunQueryDto } from '@keyart/contracts';
import { renderLiveReport, ReportExperiment, type LiveReport } from '@keyart/experiments';
import { RequireScope } from '../access/require-scope.decorator';
import { CLOCK } from '../core/tokens';
import { CONTENT_POLICY, HTML } from '../http/html-answer';
import { IdPipe } from '../http/id.pipe';

@ApiTags('experiments')
@Controller('v1/experiments/:experimentId/report')
export class ExperimentReportsController {
  constructor(
    private readonly reports: ReportExperiment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @RequireScope('analyst')
  @ApiOperation({
    summary: 'How an experiment stands',
    description:
      'Sample ratio first, then metrics with intervals that hold at every look, guardrails, and a winner where one may be named.',
  })
  @ApiOkResponse({ schema: { type: 'object' } })
  find(
    @Param('experimentId', IdPipe) experimentId: string,
    @Query() query: ExperimentRunQueryDto,
  ): Promise<LiveReport> {
    return this.report(experimentId, query, '');
  }

  @Get('page')
  @RequireScope('analyst')
  @ApiOperation({ summary: 'The same as a page to look at' })
  @ApiProduces('text/html')
  @Header('content-type', HTML)
  @Header('content-security-policy', CONTENT_POLICY)
  @Header('cache-control', 'no-store')
  async page(
    @Param('experimentId', IdPipe) experimentId: string,
    @Query() query: ExperimentRunQueryDto,
  ): Promise<string> {
    return renderLiveReport(await this.report(experimentId, query, '/page'));
  }

  private report(
    experimentId: string,
    { version }: ExperimentRunQueryDto,
    suffix: string,
  ): Promise<LiveReport> {
    const asked = version === undefined ? '' : `?version=${version}`;
    const command = `GET /v1/experiments/${experimentId}/report${suffix}${asked}`;
    const now = new Date(this.clock.nowMs());
    return this.reports.run({ experimentId, version }, { version: projectVersion(), command, now });
  }
}
