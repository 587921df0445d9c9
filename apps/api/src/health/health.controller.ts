import { Controller, Get, HttpException, Inject, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { HealthCheckService, HealthIndicatorService, type HealthIndicatorResult } from '@nestjs/terminus';
import { CatalogueCache } from '@keyart/catalog';
import { messageOf } from '@keyart/common';
import type { Database } from '@keyart/db';
import type { JobProducer } from '@keyart/queue';
import type { FastifyReply } from 'fastify';
import { Public } from '../access/public.decorator';
import { DATABASE, JOB_PRODUCER } from '../core/tokens';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly catalogue: CatalogueCache,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(JOB_PRODUCER) private readonly jobs: JobProducer,
  ) {}

  @Get('live')
  @Public()
  @ApiOperation({ summary: 'The process runs' })
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @Public()
  @ApiOperation({ summary: 'The service can answer; with reasons when it cannot' })
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const checks = [
      () => this.probe('database', () => this.database.query({ text: 'SELECT 1' })),
      () => this.probe('queue', () => this.jobs.ping()),
      () => this.probe('catalogue', () => this.catalogue.current()),
    ];
    try {
      await reply.send(await this.health.check(checks));
    } catch (error) {
      if (!(error instanceof HttpException)) throw error;
      await reply.code(error.getStatus()).send(error.getResponse());
    }
  }

  private async probe(name: string, attempt: () => unknown): Promise<HealthIndicatorResult> {
    const indicator = this.indicators.check(name);
    try {
      await attempt();
      return indicator.up();
    } catch (error) {
      return indicator.down({ reason: messageOf(error) });
    }
  }
}
