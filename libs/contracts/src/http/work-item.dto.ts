import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsNumber,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  LEFT_OUT_REASONS,
  WORK_KINDS,
  type LeftOutReason,
  type WorkKind,
} from '../records/localisation-work';
import { Describe } from './describe';

// Patterns, not lists: these are answers, and the API document would name every country many times over.
const [COUNTRY, LANGUAGE] = [/^[A-Z]{2}$/, /^[a-z]{2}$/];

/** A quantity with the 80% interval of the forecast. */
export class AmountDto {
  @IsNumber() value: number;
  @IsNumber() low: number;
  @IsNumber() high: number;
}

/** What makes the value of work in one country: all of it multiplied, with the assumed share that watches. */
export class CountryReasonDto {
  @Matches(COUNTRY) country: string;
  @Describe('That the title finds its audience there, in [0, 1].')
  @ValidateNested()
  @Type(() => AmountDto)
  probability: AmountDto;
  @Describe('People whom the service can reach.') @IsNumber() marketSize: number;
  @Describe('Share of them that the language serves; of a campaign: that can follow the title as it stands.')
  @IsNumber()
  @Min(0)
  @Max(1)
  languageShare: number;
  @Describe('Share that likes tracks of this kind; null: the work is no track.')
  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(1)
  modePreference: number | null;
  @Describe('Tracks there are already that somebody there can use, e.g. `dub:de`.')
  @IsArray()
  @IsString({ each: true })
  existing: readonly string[];
  @Describe('Expected viewers gained there, given what comes before in the plan.')
  @ValidateNested()
  @Type(() => AmountDto)
  viewers: AmountDto;
}

/** Expected viewers, what they are worth, what it costs. */
export class WorkValueDto {
  @Describe('Expected viewers.') @ValidateNested() @Type(() => AmountDto) viewers: AmountDto;
  @Describe('US dollars: viewers times the assumed worth of one.')
  @ValidateNested()
  @Type(() => AmountDto)
  value: AmountDto;
  @Describe('US dollars.') @IsNumber() @Min(0) cost: number;
  @Describe('US dollars: value less cost.') @IsNumber() netValue: number;
}

/** A piece of work; its value is given what comes before it in the plan. */
export class WorkItemDto extends WorkValueDto {
  @IsIn(WORK_KINDS) kind: WorkKind;
  @Describe('ISO 639-1; null: a campaign.') @IsOptional() @Matches(LANGUAGE) language: string | null;
  @Describe('Null: it serves every country of its language.') @IsOptional() @Matches(COUNTRY) country:
    string | null;
  @Describe('Sums up to and with this item; of an item left out: with it.')
  @ValidateNested()
  @Type(() => WorkValueDto)
  cumulative: WorkValueDto;
  @Describe('Countries that gain, largest gain first.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CountryReasonDto)
  reasons: readonly CountryReasonDto[];
  @Describe('The same in words.') @IsString() sentence: string;
}

/** A piece of work that is not in the plan; its value is given the whole plan. */
export class LeftOutItemDto extends WorkItemDto {
  @IsIn(LEFT_OUT_REASONS) why: LeftOutReason;
}
