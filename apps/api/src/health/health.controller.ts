import { Controller, Get, HttpException, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { HealthCheckService } from '@nestjs/terminus';
import type { FastifyReply } from 'fastify';
import { Public } from '../access/public.decorator';
import { Readiness } from './readiness';

const RETRY_AFTER_SECONDS = 2;

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly readiness: Readiness,
  ) {}

  @Get('live')
  @Public()
  @ApiOperation({ summary: 'The process runs' })
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @Public()
  @ApiOperation({ summary: 'The service can answer; with reasons when it cannot, or answers less well' })
  async ready(@Res() reply: FastifyReply): Promise<void> {
    try {
      await reply.send(await this.health.check(this.readiness.probes()));
    } catch (error) {
      if (!(error instanceof HttpException)) throw error;
      await reply
        .header('retry-after', RETRY_AFTER_SECONDS)
        .code(error.getStatus())
        .send(error.getResponse());
    }
  }
}
