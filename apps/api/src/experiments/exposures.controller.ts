import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Clock, Configuration } from '@keyart/common';
import {
  experimentKey,
  ExperimentRunQueryDto,
  SLICES,
  SlicesQueryDto,
  type ExperimentRecord,
} from '@keyart/contracts';
import { ExperimentsRepository, ExposuresRepository } from '@keyart/db';
import { sliceSharesOf } from '@keyart/decisions';
import { RequireScope } from '../access/require-scope.decorator';
import { CLOCK, CONFIGURATION } from '../core/tokens';
import { IdPipe } from '../http/id.pipe';
import { required } from '../problems/unknown-resource';
import { exposureReport, type ExposureReport, type PlannedGroup } from './exposure-report';

const WEEK_MS = 7 * 24 * 3_600_000;
/** Members of no slice. */
const REST = 'none';

@ApiTags('experiments')
@Controller('v1')
export class ExposuresController {
  constructor(
    private readonly experiments: ExperimentsRepository,
    private readonly exposures: ExposuresRepository,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Get('experiments/:experimentId/exposures')
  @RequireScope('analyst')
  @ApiOperation({ summary: 'Who saw which arm, and whether the arms have their planned sizes' })
  async ofExperiment(
    @Param('experimentId', IdPipe) experimentId: string,
    @Query() query: ExperimentRunQueryDto,
  ): Promise<ExposureReport & { experiment: string }> {
    const found = required(await this.experiments.findById(experimentId), 'experiment');
    const latest = required(found.run, 'run: the experiment was never started').version;
    const { version = latest } = query;
    required(version <= latest || null, 'version of the experiment');
    const experiment = experimentKey({ experimentId, version });
    return {
      experiment,
      ...exposureReport(plannedArms(found), await this.exposures.ofExperiment(experiment)),
    };
  }

  @Get('slices')
  @RequireScope('analyst')
  @ApiOperation({ summary: 'Who saw which always-on slice, and whether the slices keep their shares' })
  async ofSlices(@Query() query: SlicesQueryDto): Promise<ExposureReport & { since: Date }> {
    const since = query.since ? new Date(query.since) : new Date(this.clock.nowMs() - WEEK_MS);
    const rows = await this.exposures.ofSlices(since);
    return { since, ...exposureReport(this.plannedSlices(), rows, (slice) => slice ?? REST) };
  }

  private plannedSlices(): PlannedGroup[] {
    const shares = sliceSharesOf(this.configuration);
    const slices = SLICES.map((name) => ({ name, expectedShare: shares[name] }));
    const rest = 1 - slices.reduce((sum, { expectedShare }) => sum + expectedShare, 0);
    return [...slices, { name: REST, expectedShare: rest }].filter(({ expectedShare }) => expectedShare > 0);
  }
}

function plannedArms({ arms }: ExperimentRecord): PlannedGroup[] {
  const total = arms.reduce((sum, { weight }) => sum + weight, 0);
  return arms.map(({ name, weight }) => ({ name, expectedShare: weight / total }));
}
