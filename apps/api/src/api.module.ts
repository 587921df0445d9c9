import { Module, type DynamicModule } from '@nestjs/common';
import { AudienceModule } from './audience/audience.module';
import { AuditModule } from './audit/audit.module';
import { CatalogueModule } from './catalogue/catalogue.module';
import type { ApiOptions } from './core/api-options';
import type { ApiParts } from './core/api-parts';
import { CoreModule } from './core/core.module';
import { DecisionsModule } from './decisions/decisions.module';
import { EvaluationsModule } from './evaluations/evaluations.module';
import { EventsModule } from './events/events.module';
import { ExperimentsModule } from './experiments/experiments.module';
import { HealthModule } from './health/health.module';
import { JobsModule } from './jobs/jobs.module';
import { KeysModule } from './keys/keys.module';
import { MembersModule } from './members/members.module';
import { ModelsModule } from './models/models.module';
import { OperationsModule } from './operations/operations.module';
import { PagesModule } from './pages/pages.module';
import { PrecomputeModule } from './precompute/precompute.module';

const FEATURES = [
  DecisionsModule,
  EvaluationsModule,
  EventsModule,
  ExperimentsModule,
  CatalogueModule,
  MembersModule,
  JobsModule,
  KeysModule,
  AudienceModule,
  AuditModule,
  ModelsModule,
  PrecomputeModule,
  HealthModule,
  OperationsModule,
];

/** The HTTP service: one module an area. */
@Module({})
export class ApiModule {
  static forRoot(options: ApiOptions, parts: ApiParts): DynamicModule {
    const pages = options.withPages ? [PagesModule] : [];
    return { module: ApiModule, imports: [CoreModule.forRoot(options, parts), ...FEATURES, ...pages] };
  }
}
