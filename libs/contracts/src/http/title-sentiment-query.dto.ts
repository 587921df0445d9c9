import { Transform } from 'class-transformer';
import { IsOptional, Matches } from 'class-validator';
import { Describe } from './describe';
import { IsCountryCode } from './fields/is-country-code';
import { IsSlug } from './fields/is-id';

/** Fields of a form that were left empty say nothing. */
const EmptyIsUnset = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value));

/** Query of `GET /v1/titles/:id/sentiment`. */
export class TitleSentimentQueryDto {
  @Describe('Only reviews from this country, ISO 3166-1 alpha-2.')
  @EmptyIsUnset()
  @IsOptional()
  @IsCountryCode()
  country?: string;

  @Describe('Only reviews by viewers of this segment; refused for fewer than 50 reviews.')
  @IsOptional()
  @IsSlug()
  segment?: string;

  @Describe('Only reviews written so many days back, e.g. `30d`; unset: all, older ones counting less.')
  @EmptyIsUnset()
  @IsOptional()
  @Matches(/^[1-9]\d{0,3}d$/, { message: '$property must be a number of days, e.g. 30d' })
  window?: string;
}
