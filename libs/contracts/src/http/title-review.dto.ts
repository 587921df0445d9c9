import { IsIn, IsInt, IsNumber, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Describe } from './describe';
import { IsCountryCode } from './fields/is-country-code';
import { IsId, IsSlug } from './fields/is-id';
import { IsInstant } from './fields/is-instant';

/** Longest text of a review, in UTF-16 units; some thousand words. */
export const MAX_REVIEW_LENGTH = 20_000;

/** Scales of stars. */
export const STAR_SCALES = [5, 10, 100] as const;

const MAX_ACCOUNT_DAYS = 36_500;

/** What somebody said of a title. */
export class TitleReviewDto {
  @Describe('Where it was written, e.g. `app` or the name of a partner.')
  @IsSlug()
  source: string;

  @Describe('Its id there; sending it again changes nothing.')
  @IsId()
  externalId: string;

  @IsId() titleId: string;

  @Describe('At most 20,000 characters. Markup and control characters do no harm.')
  @IsString()
  @MaxLength(MAX_REVIEW_LENGTH)
  text: string;

  @Describe('When it was written, RFC 3339 with a zone; not in the future.')
  @IsInstant()
  createdAt: string;

  @Describe(
    'Its author, where that is a member of this service. Export and erasure of the member take the review along.',
  )
  @IsOptional()
  @IsId()
  memberId?: string | null;

  @Describe('Stars from 0 to `starsOutOf`.')
  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(100)
  stars?: number | null;

  @Describe('Most stars there are; unset: 5.')
  @IsOptional()
  @IsIn(STAR_SCALES)
  starsOutOf?: (typeof STAR_SCALES)[number] | null;

  @Describe('Country of its author, ISO 3166-1 alpha-2.')
  @IsOptional()
  @IsCountryCode()
  country?: string | null;

  @Describe(
    'Days between the making of its author’s account and the review; tells review bombing from a crowd.',
  )
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MAX_ACCOUNT_DAYS)
  accountAgeDays?: number | null;
}
