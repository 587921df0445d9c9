import { randomUUID } from 'node:crypto';
import { Controller, Delete, Get, HttpCode, Inject, Param } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MemberPseudonyms, type Clock } from '@keyart/common';
import { ErasureDto, type ErasureRecord, type ErasureState } from '@keyart/contracts';
import { ErasuresRepository } from '@keyart/db';
import type { JobProducer } from '@keyart/queue';
import { RequireScope } from '../access/require-scope.decorator';
import { CLOCK, JOB_PRODUCER } from '../core/tokens';
import { IdPipe } from '../http/id.pipe';
import { required } from '../problems/unknown-resource';

@ApiTags('members')
@Controller('v1')
export class ErasuresController {
  constructor(
    private readonly erasures: ErasuresRepository,
    private readonly pseudonyms: MemberPseudonyms,
    @Inject(JOB_PRODUCER) private readonly jobs: JobProducer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Delete('members/:memberId')
  @HttpCode(202)
  @RequireScope('admin')
  @ApiOperation({
    summary: 'Erase a member from every table and queue; asking again while it goes on is fine',
  })
  @ApiAcceptedResponse({ type: ErasureDto })
  async erase(@Param('memberId', IdPipe) memberId: string): Promise<ErasureDto> {
    const memberHash = this.pseudonyms.lastingHashOf(memberId);
    const requestedAt = new Date(this.clock.nowMs());
    const erasure = await this.erasures.open({ erasureId: randomUUID(), memberHash, requestedAt });
    await this.jobs.enqueue('erase-member', { memberId, erasureId: erasure.erasureId });
    return answerOf(erasure);
  }

  @Get('erasures/:erasureId')
  @RequireScope('admin')
  @ApiOperation({ summary: 'How far the erasure of a member is' })
  @ApiOkResponse({ type: ErasureDto })
  async find(@Param('erasureId', IdPipe) erasureId: string): Promise<ErasureDto> {
    return answerOf(required(await this.erasures.find(erasureId), 'erasure'));
  }
}

function answerOf(erasure: ErasureRecord): ErasureDto {
  const { erasureId, requestedAt, erasedAt, completedAt, counts } = erasure;
  return { erasureId, state: stateOf(erasure), requestedAt, erasedAt, completedAt, counts };
}

function stateOf({ erasedAt, completedAt }: ErasureRecord): ErasureState {
  if (completedAt) return 'completed';
  return erasedAt ? 'sweeping' : 'requested';
}
