import { Controller, Get, HttpCode, Inject, Param, Put, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { HistoryAcceptedDto, MemberHistoryDto, type HistoryEntryDto } from '@keyart/contracts';
import type { HistoryEntry, MemberRecord } from '@keyart/contracts';
import { MembersRepository } from '@keyart/db';
import type { JobProducer } from '@keyart/queue';
import type { FastifyRequest } from 'fastify';
import { RequireScope } from '../access/require-scope.decorator';
import { JOB_PRODUCER } from '../core/tokens';
import { IdPipe } from '../http/id.pipe';
import { ExtendRouteConfig } from '../http/route-config';
import { ValidBody } from '../http/valid-body.decorator';
import { required } from '../problems/unknown-resource';

/** 5,000 entries with long casts. */
const MAX_HISTORY_BYTES = 8 * 1024 * 1024;

@ApiTags('members')
@Controller('v1/members/:memberId')
export class MembersController {
  constructor(
    private readonly members: MembersRepository,
    @Inject(JOB_PRODUCER) private readonly jobs: JobProducer,
  ) {}

  @Get()
  @RequireScope('analyst')
  @ApiOperation({ summary: 'A member and the taste profile built from the history' })
  async find(@Param('memberId', IdPipe) memberId: string): Promise<MemberRecord> {
    return required(await this.members.findById(memberId), 'member');
  }

  @Put('history')
  @HttpCode(202)
  @RequireScope('events')
  @ValidBody(MemberHistoryDto)
  @ExtendRouteConfig({ maxBodyBytes: MAX_HISTORY_BYTES })
  @ApiOperation({ summary: 'Import what a member has seen; the taste profile follows' })
  @ApiAcceptedResponse({ type: HistoryAcceptedDto })
  async importHistory(
    @Param('memberId', IdPipe) memberId: string,
    @Req() request: FastifyRequest<{ Body: MemberHistoryDto }>,
  ): Promise<HistoryAcceptedDto> {
    const { displayName, entries } = request.body;
    const { imported } = await this.members.importHistory(memberId, {
      displayName: displayName ?? undefined,
      entries: entries.map(historyEntryOf),
    });
    const { jobId } = await this.jobs.enqueue('build-profile', { memberId });
    return { imported, jobId };
  }
}

function historyEntryOf({ year = null, watchedAt, ...entry }: HistoryEntryDto): HistoryEntry {
  return { ...entry, year, watchedAt: new Date(watchedAt) };
}
