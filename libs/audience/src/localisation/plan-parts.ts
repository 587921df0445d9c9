import type { CountryAudience } from '@keyart/contracts';
import { scaleAmount, type Amount } from './amount';
import { missingOf, reachablePeople, type CompleteMarket } from './market';
import type { PlanQuestion } from './plan-question';

/** A country that can be planned for. */
export interface PlanPart {
  readonly audience: CountryAudience;
  readonly market: CompleteMarket;
  /** P(audience) × reachable people × share of them that watches: viewers, if everybody were served. */
  readonly watching: Amount;
}

/** A country of which too little is known. */
export interface UnknownCountry {
  readonly country: string;
  /** In words. */
  readonly reason: string;
}

/** A country without the right to show the title. It says nothing of whether people there would like it. */
export interface MissingExposure {
  readonly country: string;
  /** That it would find its audience there, in [0, 1]; null: no forecast. */
  readonly probability: number | null;
}

/** Every country of the forecast and of the markets, in one of three lists; each by country. */
export interface PlanParts {
  readonly parts: readonly PlanPart[];
  readonly unknown: readonly UnknownCountry[];
  readonly missingExposure: readonly MissingExposure[];
}

/** Sorts the countries of a question: to plan for, unknown, not offered. */
export function planPartsOf({ forecast, markets, assumptions, notOffered = [] }: PlanQuestion): PlanParts {
  const audiences = new Map(forecast.map((audience) => [audience.country, audience]));
  const closed = new Set(notOffered);
  const countries = [...new Set([...audiences.keys(), ...markets.keys(), ...closed])].sort();
  const [parts, unknown]: [PlanPart[], UnknownCountry[]] = [[], []];
  for (const country of countries) {
    if (closed.has(country)) continue;
    const audience = audiences.get(country);
    const market = markets.get(country);
    if (!audience) unknown.push({ country, reason: 'no forecast' });
    else if (isComplete(market))
      parts.push({ audience, market, watching: watchingOf(audience, market, assumptions.watchFraction) });
    else unknown.push({ country, reason: `no data: ${missingOf(market).join(', ')}` });
  }
  const missingExposure = countries
    .filter((country) => closed.has(country))
    .map((country) => ({ country, probability: audiences.get(country)?.probability ?? null }));
  return { parts, unknown, missingExposure };
}

/** Its probability as an amount. */
export function probabilityOf({ probability, low, high }: CountryAudience): Amount {
  return { value: probability, low, high };
}

function isComplete(market: Parameters<typeof missingOf>[0]): market is CompleteMarket {
  return missingOf(market).length === 0;
}

function watchingOf(audience: CountryAudience, market: CompleteMarket, watchFraction: number): Amount {
  return scaleAmount(probabilityOf(audience), reachablePeople(market) * watchFraction);
}
