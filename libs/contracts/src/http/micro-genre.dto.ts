import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Describe } from './describe';
import { PageQueryDto } from './page-query.dto';

const MAX_SEARCH_LENGTH = 100;
const SOURCES = ['genre', 'tag', 'synopsis', 'year', 'country'] as const;

/** Query of micro-genres. */
export class MicroGenresQueryDto extends PageQueryDto {
  @Describe('Part of the name, upper and lower case alike; unset: all.')
  @IsOptional()
  @IsString()
  @MaxLength(MAX_SEARCH_LENGTH)
  search?: string;
}

/** What says that a facet is true of a title. */
export class FacetEvidenceDto {
  @Describe('Slug of the facet.') @IsString() facet: string;
  @IsIn(SOURCES) source: (typeof SOURCES)[number];
  @Describe(
    'The genre, keyword, year or country, or at most twelve words of the synopsis; names stand there as _.',
  )
  @IsString()
  span: string;
}

/** A micro-genre: titles with all of its facets. */
export class MicroGenreDto {
  @Describe('Its facets in one order, with dots. The same in every rebuild.') @IsString() slug: string;
  @IsString() name: string;
  @IsArray() @IsString({ each: true }) facets: string[];
  @IsInt() @Min(0) titleCount: number;
  @Describe('Share of the titles with all facets, over the product of the facets’ own shares.')
  @IsNumber()
  @Min(0)
  lift: number;
  @Describe('Odds of the genre among titles with all other facets, over its odds among the rest.')
  @IsNumber()
  @Min(0)
  oddsRatio: number;
  @Describe('Rebuild that first named it.') @IsString() firstVersion: string;
  @Describe('Rebuild that last named it.') @IsString() lastVersion: string;
}

/** A page of micro-genres. */
export class MicroGenresDto {
  @Describe('Rebuild that these are of; null: none was made yet.') @IsOptional() @IsString() version:
    string | null;
  @Describe('Share of the titles that are in one.') @IsNumber() @Min(0) @Max(1) coverage: number;
  @IsArray() @ValidateNested({ each: true }) @Type(() => MicroGenreDto) items: MicroGenreDto[];
  @IsOptional() @IsString() nextCursor: string | null;
}

/** A title of a micro-genre. */
export class MicroGenreTitleDto {
  @IsString() titleId: string;
  @IsArray() @ValidateNested({ each: true }) @Type(() => FacetEvidenceDto) evidence: FacetEvidenceDto[];
}

/** A micro-genre with a page of its titles. */
export class MicroGenreTitlesDto {
  @ValidateNested() @Type(() => MicroGenreDto) microGenre: MicroGenreDto;
  @Describe('None where the last rebuild did not name it.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => MicroGenreTitleDto)
  items: MicroGenreTitleDto[];
  @IsOptional() @IsString() nextCursor: string | null;
}

/** A micro-genre that a title is in. */
export class TitleMicroGenreDto extends MicroGenreDto {
  @IsArray() @ValidateNested({ each: true }) @Type(() => FacetEvidenceDto) evidence: FacetEvidenceDto[];
}

/** What a title is, facet by facet, and which micro-genres it is in. */
export class TitleMicroGenresDto {
  @Describe('Most specific first, as of the last rebuild.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => TitleMicroGenreDto)
  microGenres: TitleMicroGenreDto[];
  @Describe('Every facet of the vocabulary that is true of the title as it is now.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => FacetEvidenceDto)
  facets: FacetEvidenceDto[];
}
