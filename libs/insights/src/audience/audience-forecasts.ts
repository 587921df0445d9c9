import { forecastAudience, regionOf, type ObservedMarket } from '@keyart/audience';
import type { Clock } from '@keyart/common';
import type { CountryAudience, MarketObservation } from '@keyart/contracts';
import type { MarketObservationsRepository, TitlesRepository } from '@keyart/db';
import type { AudienceModels } from './audience-models';
import type { AudienceOutcome } from './audience-outcome';
import { audienceTitleOf } from './audience-title-of';

/** What forecasts are made with. */
export interface AudienceForecastParts {
  readonly titles: Pick<TitlesRepository, 'findById'>;
  readonly markets: Pick<MarketObservationsRepository, 'listByTitle'>;
  readonly models: Pick<AudienceModels, 'current'>;
  readonly clock: Clock;
}

function observedOf(markets: readonly MarketObservation[]): ObservedMarket[] {
  return markets
    .filter(({ isOffered }) => isOffered)
    .map(({ country, isCharted }) => ({ country, hasCharted: isCharted }));
}

/** Where titles of the catalogue find their audience, as things stand now. */
export class AudienceForecasts {
  constructor(private readonly parts: AudienceForecastParts) {}

  /** A title's forecast with donors, or the expected reason that there is none. */
  async audienceOf(titleId: string): Promise<AudienceOutcome> {
    const { titles, markets, models, clock } = this.parts;
    const [title, observed, model] = await Promise.all([
      titles.findById(titleId),
      markets.listByTitle(titleId),
      models.current(),
    ]);
    if (!title) return { kind: 'unknown-title' };
    if (!model) return { kind: 'no-model' };
    const asked = audienceTitleOf(title, new Date(clock.nowMs()));
    return {
      kind: 'forecast',
      forecast: forecastAudience({ title: asked, observed: observedOf(observed) }, model),
    };
  }

  /** The countries of a title's forecast, likeliest first; null: there is no model, or no such title. */
  async forecastOf(titleId: string): Promise<readonly CountryAudience[] | null> {
    const outcome = await this.audienceOf(titleId);
    return outcome.kind === 'forecast' ? outcome.forecast.countries : null;
  }

  /** The learnt region of a country; null: there is no model, or it does not know the country. */
  async regionOf(country: string): Promise<string | null> {
    const model = await this.parts.models.current();
    return model && regionOf(country, model);
  }
}
