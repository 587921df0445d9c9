import { Module } from '@nestjs/common';
import type { Clock } from '@keyart/common';
import { MarketObservationsRepository, ModelVersionsRepository, TitlesRepository } from '@keyart/db';
import { AudienceForecasts, AudienceModels } from '@keyart/insights';
import { CLOCK } from '../core/tokens';
import { AudienceController } from './audience.controller';
import { MarketsController } from './markets.controller';

@Module({
  controllers: [AudienceController, MarketsController],
  providers: [
    {
      provide: AudienceForecasts,
      inject: [TitlesRepository, MarketObservationsRepository, ModelVersionsRepository, CLOCK],
      useFactory: (
        titles: TitlesRepository,
        markets: MarketObservationsRepository,
        ...[models, clock]: [ModelVersionsRepository, Clock]
      ) => new AudienceForecasts({ titles, markets, models: new AudienceModels(models), clock }),
    },
  ],
  exports: [AudienceForecasts],
})
export class AudienceModule {}
