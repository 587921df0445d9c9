import type { Clock } from '@keyart/common';
import {
  MarketObservationsRepository,
  ModelVersionsRepository,
  TitlesRepository,
  type Database,
} from '@keyart/db';
import { AudienceForecasts } from './audience-forecasts';
import { AudienceModels } from './audience-models';

/** Forecasts by the audience model in service, of the titles of a database. */
export function audienceForecastsOf(database: Database, clock: Clock): AudienceForecasts {
  return new AudienceForecasts({
    titles: new TitlesRepository(database),
    markets: new MarketObservationsRepository(database),
    models: new AudienceModels(new ModelVersionsRepository(database)),
    clock,
  });
}
