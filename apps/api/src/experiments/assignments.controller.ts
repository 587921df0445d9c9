import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { PreferencesRepository } from '@keyart/db';
import { AssignmentCache } from '@keyart/decisions';
import type { Assignment } from '@keyart/ranking';
import { RequireScope } from '../access/require-scope.decorator';
import { IdPipe } from '../http/id.pipe';
import { whyAssigned } from './why-assigned';

@ApiTags('experiments')
@Controller('v1/assignments')
export class AssignmentsController {
  constructor(
    private readonly assignments: AssignmentCache,
    private readonly preferences: PreferencesRepository,
  ) {}

  @Get(':memberId')
  @RequireScope('analyst')
  @ApiOperation({ summary: 'Which policy serves a member now, and why' })
  async find(@Param('memberId', IdPipe) memberId: string): Promise<Assignment & { why: string }> {
    const isPersonalised = await this.preferences.isPersonalised(memberId);
    const question = { memberId, isPersonalised, requestedPolicy: null };
    const assignment = this.assignments.current().assign(question);
    return { ...assignment, why: whyAssigned(assignment) };
  }
}
