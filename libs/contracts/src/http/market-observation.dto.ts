import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, Matches, ValidateNested } from 'class-validator';
import { Describe } from './describe';
import { IsCountryCode } from './fields/is-country-code';

const MAX_MARKETS = 300;
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** A country where a title was looked at. */
export class MarketObservationDto {
  @Describe('ISO 3166-1 alpha-2, such as GB (not UK).') @IsCountryCode() country: string;

  @Describe('false: no rights, or not launched there, which says nothing of how it is liked.')
  @IsBoolean()
  isOffered: boolean;

  @Describe('Whether it entered the weekly top list within four weeks of its launch.')
  @IsBoolean()
  isCharted: boolean;

  @Describe('Day of the observation, YYYY-MM-DD.')
  @Matches(DAY, { message: '$property must be a day, YYYY-MM-DD' })
  observedOn: string;
}

/** `PUT /v1/titles/:id/markets`: every market that was looked at. */
export class MarketsDto {
  @Describe('One a country, in place of those given before; empty: none.')
  @IsArray()
  @ArrayMaxSize(MAX_MARKETS)
  @ValidateNested({ each: true })
  @Type(() => MarketObservationDto)
  items: MarketObservationDto[];
}
