import { IsCountryCode, IsId, IsLanguageCode, type CountryAudience } from '@keyart/contracts';
import { Type } from 'class-transformer';
import {
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsInt,
  IsNumber,
  IsOptional,
  IsPositive,
  IsString,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

/** A country of a forecast file. */
export class ForecastRow implements CountryAudience {
  @IsCountryCode() country: string;
  @IsNumber() @Min(0) @Max(1) probability: number;
  @IsNumber() @Min(0) @Max(1) low: number;
  @IsNumber() @Min(0) @Max(1) high: number;
  @IsInt() @IsPositive() rank: number;
  @ValidateIf(({ observed }: ForecastRow) => observed !== null)
  @IsBoolean()
  observed: boolean | null;
}

/** A forecast by itself, for plans without a database. */
export class ForecastFile {
  @IsId() titleId: string;
  @IsOptional() @IsString() titleName?: string;
  /** null: not known. */
  @ValidateIf(({ originalLanguage }: ForecastFile) => originalLanguage !== null)
  @IsLanguageCode()
  originalLanguage: string | null;
  /** Language of the lettering of each picture, null of one without any. Default: no pictures are known. */
  @IsOptional() @IsArray() artworkLocales?: (string | null)[];
  @IsArray()
  @ArrayNotEmpty()
  @ValidateNested({ each: true })
  @Type(() => ForecastRow)
  countries: ForecastRow[];
}
