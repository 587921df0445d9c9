import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { LocalisationPlanDto, LocalisationPlanQueryDto } from '@keyart/contracts';
import { LocalisationPlans } from '@keyart/insights';
import { RequireScope } from '../access/require-scope.decorator';
import { DocumentedQuery } from '../http/documented-query.decorator';
import { planAnswerOf } from './plan-answer-of';
import { PLAN_EXAMPLE } from './plan-example';
import { planRequestOf } from './plan-request-of';
import { plannedOf } from './planned-of';

@ApiTags('insights')
@Controller('v1/localisation')
export class LocalisationController {
  constructor(private readonly plans: LocalisationPlans) {}

  @Get('plan')
  @RequireScope('analyst')
  @ApiOperation({
    summary: 'What to translate, letter and advertise for a title, best value for the money first',
    description:
      'Value: chance of an audience × reachable people × share that watches × share that the language serves × share that likes ' +
      'it this way × worth of a viewer, given the tracks there are and those before it in the plan. The interval is that of the ' +
      'forecast; all else is in `assumptions` and models/localisation.',
  })
  @DocumentedQuery(LocalisationPlanQueryDto)
  @ApiOkResponse({ type: LocalisationPlanDto, example: PLAN_EXAMPLE })
  async plan(@Query() query: LocalisationPlanQueryDto): Promise<LocalisationPlanDto> {
    const { plan } = await plannedOf(this.plans, planRequestOf(query));
    return planAnswerOf(plan, query.limit);
  }
}
