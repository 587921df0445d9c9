import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsNumber,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { REVIEW_REASONS, REVIEW_STATES, type ReviewReason, type ReviewState } from '../records/catalogue';
import type { FacetStrengths } from '../records/facet-strengths';
import { ASPECTS, MATURITY_LEVELS, type Aspect, type Maturity } from '../records/surface';
import { Describe } from './describe';
import { IsCleanText } from './fields/is-clean-text';
import { IsFacetMap } from './fields/is-facet-map';
import { IsSlug } from './fields/is-id';
import { IsInstant } from './fields/is-instant';
import { LOCALE_PATTERN } from './surface.dto';

const TEXT = { minLength: 1, maxLength: 2000 };

/** Everything that is said about a picture, but whose it is; an import says the same. */
export class ArtworkFacts {
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
  @Describe('Why it was rejected; only with `rejected`.')
  @IsOptional()
  @IsIn(REVIEW_REASONS)
  reviewReason?: ReviewReason | null;

  @Describe('What the picture shows, in your words; without them rankers read what was read off the picture.')
  @IsOptional()
  @IsCleanText(TEXT)
  caption?: string | null;

  @Describe(
    'Facet of the vocabulary → strength in [0, 1]; what you say stands, the rest is read off the picture.',
  )
  @IsOptional()
  @IsFacetMap()
  facets?: FacetStrengths | null;

  @Describe('Where in the running time a frame was taken, 0 to 1; frames of the last fifth are never shown.')
  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(1)
  framePositionFraction?: number | null;

  @Describe('Names of the cast that can be seen.')
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsCleanText({ each: true, minLength: 1, maxLength: 200 })
  shownPeople?: string[];

  @Describe('Drawn rather than taken from the work.') @IsBoolean() isDrawn: boolean;
  @IsCleanText(TEXT) origin: string;
  @IsCleanText(TEXT) author: string;
  @IsCleanText(TEXT) licence: string;
}

/** `PUT /v1/artworks/:id`: everything about a picture but the picture itself. */
export class ArtworkDto extends ArtworkFacts {
  @IsSlug() titleId: string;
}
