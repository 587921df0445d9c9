import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import type { FacetStrengths } from '../records/facet-strengths';
import { MATURITY_LEVELS, type Maturity } from '../records/surface';
import { CastMemberDto } from './cast-member.dto';
import { Describe } from './describe';
import { IsCleanText } from './fields/is-clean-text';
import { IsFacetMap } from './fields/is-facet-map';

const EARLIEST_YEAR = 1870;
const LATEST_YEAR = 2200;

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
}
