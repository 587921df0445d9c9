import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PlanQueryDto } from '@keyart/contracts';
import { LocalisationPlans } from '@keyart/insights';
import { TitlesRepository } from '@keyart/db';
import { Public } from '../../access/public.decorator';
import { CONTENT_POLICY, HTML } from '../../http/html-answer';
import { IdPipe } from '../../http/id.pipe';
import { planOutcomeOf } from '../../localisation/planned-of';
import { planRequestOf } from '../../localisation/plan-request-of';
import { required } from '../../problems/unknown-resource';
import { renderAudiencePage } from './render-audience-page';

/** A page to look at: a title's audience on the map of the world, and its localisation plan. */
@ApiExcludeController()
@Controller('titles/:titleId/audience')
export class AudiencePageController {
  constructor(
    private readonly titles: TitlesRepository,
    private readonly plans: LocalisationPlans,
  ) {}

  @Get()
  @Public()
  @Header('content-type', HTML)
  @Header('content-security-policy', CONTENT_POLICY)
  @Header('cache-control', 'no-store')
  async page(@Param('titleId', IdPipe) titleId: string, @Query() query: PlanQueryDto): Promise<string> {
    const { name, year } = required(await this.titles.findById(titleId), 'title');
    const outcome = await planOutcomeOf(this.plans, planRequestOf({ ...query, title: titleId }));
    const audience = outcome.kind === 'planned' ? outcome : null;
    return renderAudiencePage({ titleId, titleName: name, year, audience });
  }
}
