import { EASTER_RECKONINGS, type EasterReckoning, type OccasionRule } from '@keyart/campaigns';
import { IsCountryCode, TONES, type Tone } from '@keyart/contracts';
import { Type } from 'class-transformer';
import {
  ArrayNotEmpty,
  ArrayUnique,
  Equals,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsString,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

const KINDS = ['fixed', 'easter', 'weekday'] as const;
/** Where it is said that the countries observe the day. */
export const OCCASION_BASES = ['law', 'assumption'] as const;

/** When an occasion is; which fields are there depends on the kind. */
export class RuleRow {
  @IsIn(KINDS) kind: OccasionRule['kind'];
  @ValidateIf(({ kind }: RuleRow) => kind === 'fixed')
  @Matches(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  day: string;
  @ValidateIf(({ kind }: RuleRow) => kind === 'easter') @IsIn(EASTER_RECKONINGS) reckoning: EasterReckoning;
  @ValidateIf(({ kind }: RuleRow) => kind === 'easter') @IsInt() @Min(-70) @Max(70) offsetDays: number;
  @ValidateIf(({ kind }: RuleRow) => kind === 'weekday') @IsInt() @Min(1) @Max(12) month: number;
  @ValidateIf(({ kind }: RuleRow) => kind === 'weekday') @IsInt() @Min(0) @Max(6) weekday: number;
  @ValidateIf(({ kind }: RuleRow) => kind === 'weekday') @IsInt() @Min(1) @Max(5) nth: number;
}

/** An occasion for some countries, and how it is known that these observe it. */
export class OccasionRow {
  @IsString() @IsNotEmpty() name: string;
  @ValidateNested() @Type(() => RuleRow) rule: RuleRow;
  @IsArray() @ArrayNotEmpty() @ArrayUnique() @IsCountryCode({ each: true }) countries: string[];
  /** What people are in the mood for; always an assumption. */
  @IsArray() @ArrayUnique() @IsIn(TONES, { each: true }) tones: Tone[];
  @IsIn(OCCASION_BASES) basis: (typeof OCCASION_BASES)[number];

  /** Key of the file's `sources`; with the basis `law` only. */
  @ValidateIf(({ basis, source }: OccasionRow) => basis === 'law' || source !== undefined)
  @IsString()
  @IsNotEmpty()
  source?: string;
}

/** `models/calendar/occasions.json`. */
export class OccasionsFile {
  @Equals('campaign-occasions/1') schema: string;
  @IsString() @IsNotEmpty() about: string;
  @IsObject() sources: Readonly<Record<string, unknown>>;
  @IsArray() @ValidateNested({ each: true }) @Type(() => OccasionRow) rows: OccasionRow[];
}
