import { Module } from '@nestjs/common';
import { ArtworksRepository, TitlesRepository } from '@keyart/db';
import { LocalisationPlans } from '@keyart/insights';
import type { ApiParts } from '../core/api-parts';
import { API_PARTS } from '../core/tokens';
import { LocalisationController } from './localisation.controller';

@Module({
  controllers: [LocalisationController],
  providers: [
    {
      provide: LocalisationPlans,
      inject: [TitlesRepository, ArtworksRepository, API_PARTS],
      useFactory: (titles: TitlesRepository, artworks: ArtworksRepository, { forecasts }: ApiParts) =>
        new LocalisationPlans({ titles, artworks, forecasts }),
    },
  ],
  exports: [LocalisationPlans],
})
export class LocalisationModule {}
