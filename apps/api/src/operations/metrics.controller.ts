import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { DecisionService } from '@keyart/decisions';
import { cacheMetrics, Registry } from '@keyart/operations';
import type { FastifyReply } from 'fastify';
import { KeyRing } from '../access/key-ring';
import { RequireScope } from '../access/require-scope.decorator';

@ApiTags('operations')
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly registry: Registry,
    decisions: DecisionService,
    keys: KeyRing,
  ) {
    cacheMetrics(registry, () => ({ ...decisions.cacheCounts(), keys: keys.counter }));
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
