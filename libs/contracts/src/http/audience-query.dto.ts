import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { Describe } from './describe';
import { IsCountryCode } from './fields/is-country-code';

const MAX_COUNTRIES = 300;

/** Query of `GET /v1/titles/:id/audience`. */
export class AudienceQueryDto {
  @Describe('Only this country, ISO 3166-1 alpha-2.') @IsOptional() @IsCountryCode() country?: string;

  @Describe('At most so many countries, the likeliest; unset: all.')
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_COUNTRIES)
  limit?: number;
}
