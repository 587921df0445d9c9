import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Derivatives } from '@keyart/catalog';
import type { Database } from '@keyart/db';
import { DecisionService } from '@keyart/decisions';
import { cacheMetrics, poolMetrics, Registry } from '@keyart/operations';
import type { FastifyReply } from 'fastify';
import { KeyRing } from '../access/key-ring';
import { RequireScope } from '../access/require-scope.decorator';
import { DATABASE } from '../core/tokens';

@ApiTags('operations')
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly registry: Registry,
    decisions: DecisionService,
    keys: KeyRing,
    derivatives: Derivatives,
    @Inject(DATABASE) database: Database,
  ) {
    poolMetrics(registry, database);
    cacheMetrics(registry, () => ({
      ...decisions.cacheCounts(),
      keys: keys.counter,
      derivatives: derivatives.counter,
    }));
  }

  @Get()
  @RequireScope('analyst')
  @ApiOperation({ summary: 'Metrics of this replica, in Prometheus text' })
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string' } })
  async read(@Res() reply: FastifyReply): Promise<void> {
    await reply.type(this.registry.contentType).send(await this.registry.metrics());
  }
}
