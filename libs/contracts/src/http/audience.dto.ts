import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  ValidateNested,
} from 'class-validator';
import { Describe } from './describe';

/** A country's forecast. */
export class CountryAudienceDto {
  @Describe('ISO 3166-1 alpha-2.') @IsString() country: string;
  @Describe(
    'Chance of entering the weekly top list within four weeks of launch; 1 or 0 where it was observed.',
  )
  @IsNumber()
  probability: number;
  @Describe('80% interval for the title as a whole: all low ends hold together, or all high ones.')
  @IsNumber()
  low: number;
  @IsNumber() high: number;
  @Describe('1 the likeliest.') @IsInt() rank: number;
  @Describe('Whether it was seen to chart; null: not offered or not observed, which is not dislike.')
  @IsOptional()
  @IsBoolean()
  observed: boolean | null;
  @Describe('Region of countries that chart the same titles, as learnt, named by those most like the rest.')
  @IsString()
  region: string;
}

/** A launched title that a forecast leans on. */
export class AudienceDonorDto {
  @IsString() titleId: string;
  @IsString() name: string;
  @Describe('Share of all donors’ weight, in (0, 1].') @IsNumber() weightFraction: number;
  @Describe('Countries that charted it.') @IsArray() @IsString({ each: true }) countries: string[];
}

/** Where a title finds its audience. */
export class AudienceDto {
  @IsString() titleId: string;

  @Describe('Likeliest first.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CountryAudienceDto)
  countries: CountryAudienceDto[];

  @Describe('Titles of the model that carried the forecast, at most 10.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AudienceDonorDto)
  donors: AudienceDonorDto[];

  @Describe('Equally weighted donors that would say as much.') @IsNumber() effectiveDonorCount: number;

  @Describe('no-synopsis: none is there, or none of its words is known; the interval is wider.')
  @IsIn(['full', 'no-synopsis'])
  evidence: 'full' | 'no-synopsis';

  @Describe('Markets that were observed and moved the forecast.') @IsInt() observedCount: number;
  @Describe('Whether any was.') @IsBoolean() isUpdated: boolean;
  @IsString() modelVersion: string;
}
