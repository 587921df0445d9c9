import { Type } from 'class-transformer';
import {
  IsArray,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { Describe } from './describe';
import { LeftOutItemDto, WorkItemDto, WorkValueDto } from './work-item.dto';

// Patterns, not lists: these are answers, and the API document would name every country many times over.
const [COUNTRY, LANGUAGE] = [/^[A-Z]{2}$/, /^[a-z]{2}$/];

/** People of a country who have the title's language at home. */
export class NothingNeededDto {
  @Matches(COUNTRY) country: string;
  @Describe('Their share of the country’s people, in (0, 1].') @IsNumber() share: number;
}

/** A country of which too little is known to plan for it. */
export class UnknownCountryDto {
  @Matches(COUNTRY) country: string;
  @IsString() reason: string;
}

/** A country without the right to show the title, which says nothing of whether people there would like it. */
export class MissingExposureDto {
  @Matches(COUNTRY) country: string;
  @Describe('That the title would find its audience there; null: no forecast.')
  @IsOptional()
  @IsNumber()
  probability: number | null;
}

/** Subtitles, dubs, lettered pictures and campaigns for a title, the best value for the money first. */
export class LocalisationPlanDto {
  @IsString() titleId: string;
  @IsString() titleName: string;
  @Describe('ISO 639-1; null: not known, and every language counts as one in need of a track.')
  @IsOptional()
  @Matches(LANGUAGE)
  originalLanguage: string | null;
  @IsNumber() runtimeMinutes: number;
  @Describe('US dollars; null: whatever pays.') @IsOptional() @IsNumber() budget: number | null;
  @Describe('E.g. `dub:de`.') @IsArray() @IsString({ each: true }) existing: readonly string[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => WorkItemDto) items: readonly WorkItemDto[];
  @Describe('Items of the whole plan, shown or not.') @IsInt() @Min(0) itemCount: number;
  @Describe('Of the whole plan.') @ValidateNested() @Type(() => WorkValueDto) total: WorkValueDto;
  @Describe(
    'What pays besides once the plan’s tracks are there, with what is left of the budget; not in `total`.',
  )
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => WorkItemDto)
  followUp: readonly WorkItemDto[];
  @Describe('Largest net value first.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LeftOutItemDto)
  leftOut: readonly LeftOutItemDto[];
  @Describe('All that is left out, shown or not.') @IsInt() @Min(0) leftOutCount: number;
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => NothingNeededDto)
  nothingNeeded: readonly NothingNeededDto[];
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => UnknownCountryDto)
  unknown: readonly UnknownCountryDto[];
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => MissingExposureDto)
  missingExposure: readonly MissingExposureDto[];
  @Describe('What the reader has to know.') @IsArray() @IsString({ each: true }) caveats: readonly string[];
  @Describe('Name → value, as in models/localisation/assumptions.json.') @IsObject() assumptions: Readonly<
    Record<string, number>
  >;
}
