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
import { LocalisationModule } from './localisation/localisation.module';
import { MapModule } from './map/map.module';
import { MembersModule } from './members/members.module';
import { MicroGenresModule } from './micro-genres/micro-genres.module';
import { ModelsModule } from './models/models.module';
import { OperationsModule } from './operations/operations.module';
import { PagesModule } from './pages/pages.module';
import { PrecomputeModule } from './precompute/precompute.module';
import { PriorsModule } from './priors/priors.module';
import { ReviewsModule } from './reviews/reviews.module';
import { VideoPagesModule } from './videos/video-pages.module';
import { VideosModule } from './videos/videos.module';

const FEATURES = [
  DecisionsModule,
  EvaluationsModule,
  EventsModule,
  ExperimentsModule,
  CatalogueModule,
  MapModule,
  MembersModule,
  MicroGenresModule,
  JobsModule,
  KeysModule,
  AudienceModule,
  AuditModule,
  ModelsModule,
  PrecomputeModule,
  PriorsModule,
  ReviewsModule,
  LocalisationModule,
  HealthModule,
  OperationsModule,
  VideosModule,
];

/** The HTTP service: one module an area. */
@Module({})
export class ApiModule {
  static forRoot(options: ApiOptions, parts: ApiParts): DynamicModule {
    const pages = options.withPages ? [PagesModule, VideoPagesModule] : [];
    return { module: ApiModule, imports: [CoreModule.forRoot(options, parts), ...FEATURES, ...pages] };
  }
}
