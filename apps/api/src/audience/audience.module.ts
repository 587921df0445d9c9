import { Module } from '@nestjs/common';
import type { Clock } from '@keyart/common';
import type { Database } from '@keyart/db';
import { AudienceForecasts, audienceForecastsOf } from '@keyart/insights';
import { CLOCK, DATABASE } from '../core/tokens';
import { AudienceController } from './audience.controller';
import { MarketsController } from './markets.controller';

@Module({
  controllers: [AudienceController, MarketsController],
  providers: [
    {
      provide: AudienceForecasts,
      inject: [DATABASE, CLOCK],
      useFactory: (database: Database, clock: Clock) => audienceForecastsOf(database, clock),
    },
  ],
  exports: [AudienceForecasts],
})
export class AudienceModule {}
