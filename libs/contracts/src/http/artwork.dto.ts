import { IsBoolean, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { REVIEW_STATES, type FacetStrengths, type ReviewState } from '../records/catalogue';
import { ASPECTS, MATURITY_LEVELS, type Aspect, type Maturity } from '../records/surface';
import { Describe } from './describe';
import { IsCleanText } from './fields/is-clean-text';
import { IsFacetMap } from './fields/is-facet-map';
import { IsSlug } from './fields/is-id';
import { IsInstant } from './fields/is-instant';
import { LOCALE_PATTERN } from './surface.dto';

const TEXT = { minLength: 1, maxLength: 2000 };

/** `PUT /v1/artworks/:id`: everything about a picture but the picture itself. */
export class ArtworkDto {
  @IsSlug() titleId: string;
  @IsIn(ASPECTS) aspect: Aspect;

  @Describe('Language of the lettering; null: none.')
  @IsOptional()
  @IsString()
  @MaxLength(35)
  @Matches(LOCALE_PATTERN, { message: '$property must be a language tag such as en or pt-BR' })
  locale?: string | null;

  @Describe('Rights hold from this instant; null: unbounded.') @IsOptional() @IsInstant() rightsFrom?:
    string | null;
  @Describe('Rights end before this instant; null: unbounded.') @IsOptional() @IsInstant() rightsUntil?:
    string | null;
  @Describe('Minimum age.') @IsIn(MATURITY_LEVELS) maturity: Maturity;
  @IsBoolean() isSpoiler: boolean;
  @IsBoolean() isEditorialDefault: boolean;
  @Describe('Only `approved` pictures are shown.') @IsIn(REVIEW_STATES) reviewState: ReviewState;
  @Describe('What the picture shows; rankers and screen readers read it.') @IsCleanText(TEXT) caption: string;
  @Describe('Facet of the vocabulary → strength in [0, 1].') @IsFacetMap() facets: FacetStrengths;
  @Describe('Drawn rather than taken from the work.') @IsBoolean() isDrawn: boolean;
  @IsCleanText(TEXT) origin: string;
  @IsCleanText(TEXT) author: string;
  @IsCleanText(TEXT) licence: string;
}
