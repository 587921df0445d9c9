import {
  LOCALISATION_ASSUMPTIONS,
  TRACK_KINDS,
  type LocalisationAssumption,
  type TrackKind,
} from '@keyart/audience';
import { IsCountryCode, IsLanguageCode } from '@keyart/contracts';
import { IsIn, IsInt, IsNotEmpty, IsNumber, IsPositive, IsString, Max, Min } from 'class-validator';
import { StatedRow } from './stated-row';

/** People of a country. */
export class MarketRow extends StatedRow {
  @IsCountryCode() country: string;
  @IsInt() @IsPositive() people: number;
}

/** Share of a country's people that the service can reach. */
export class StreamingRow extends StatedRow {
  @IsCountryCode() country: string;
  @IsNumber() @Min(0) @Max(1) fraction: number;
}

/** Share of a country's people that have a language at home, or know it. */
export class LanguageRow extends StatedRow {
  @IsCountryCode() country: string;
  @IsLanguageCode() language: string;
  @IsIn(['home', 'known']) role: 'home' | 'known';
  @IsNumber() @Min(0) @Max(1) share: number;
}

/** Share of a country's people that like foreign titles this way. */
export class ModeRow extends StatedRow {
  @IsCountryCode() country: string;
  @IsIn(TRACK_KINDS) mode: TrackKind;
  @IsNumber() @Min(0) @Max(1) fraction: number;
}

/** US dollars for a minute of a track. */
export class CostRow extends StatedRow {
  @IsLanguageCode() language: string;
  @IsIn(TRACK_KINDS) kind: TrackKind;
  @IsNumber() @Min(0) perMinute: number;
}

/** What no table of countries says. */
export class AssumptionRow extends StatedRow {
  @IsIn(LOCALISATION_ASSUMPTIONS) name: LocalisationAssumption;
  @IsNumber() @Min(0) value: number;
  @IsString() @IsNotEmpty() unit: string;
}
