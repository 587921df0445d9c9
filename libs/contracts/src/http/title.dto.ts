import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { FacetStrengths } from '../records/facet-strengths';
import { MATURITY_LEVELS, type Maturity } from '../records/surface';
import { CastMemberDto } from './cast-member.dto';
import { Describe } from './describe';
import { IsCleanText } from './fields/is-clean-text';
import { IsCountryCode } from './fields/is-country-code';
import { IsFacetMap } from './fields/is-facet-map';

const EARLIEST_YEAR = 1870;
const LATEST_YEAR = 2200;
const LANGUAGE_CODE = /^[a-z]{2}$/;

/** `PUT /v1/titles/:id`: a title of the catalogue. */
export class TitleDto {
  @IsCleanText({ minLength: 1, maxLength: 2000 }) name: string;

  @IsOptional()
  @IsInt()
  @Min(EARLIEST_YEAR)
  @Max(LATEST_YEAR)
  year?: number | null;

  @IsCleanText({ maxLength: 2000 }) synopsis: string;

  @IsArray()
  @ArrayMaxSize(20)
  @IsCleanText({ each: true, minLength: 1, maxLength: 100 })
  genres: string[];

  @Describe('Minimum age.')
  @IsIn(MATURITY_LEVELS)
  maturity: Maturity;

  @Describe('What the title is about: facet of the vocabulary → strength in [0, 1].')
  @IsFacetMap()
  facets: FacetStrengths;

  @Describe('By billing; pictures of people with little part in the title are not personalised.')
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => CastMemberDto)
  cast?: CastMemberDto[];

  @Describe('Keywords of what it is about.')
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsCleanText({ each: true, minLength: 1, maxLength: 100 })
  tags?: string[];

  @Describe('Where it was made, ISO 3166-1 alpha-2.')
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsCountryCode({ each: true })
  originCountries?: string[];

  @Describe('ISO 639-1.')
  @IsOptional()
  @Matches(LANGUAGE_CODE, { message: '$property must be a language of ISO 639-1, such as en' })
  originalLanguage?: string | null;
}
