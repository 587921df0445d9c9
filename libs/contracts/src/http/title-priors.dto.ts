import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Min,
  ValidateNested,
} from 'class-validator';
import { Describe } from './describe';
import { IsInstant } from './fields/is-instant';

/** A title that a prior was learnt from. */
export class PriorDonorDto {
  @IsString() titleId: string;
  @Describe('Null: it has left the catalogue.') @IsOptional() @IsString() name: string | null;
  @Describe('In (0, 1].') @IsNumber() similarity: number;
  @Describe('What it counted for; below 0 where it takes back what another donor says twice.')
  @IsNumber()
  weight: number;
  @Describe('Decisions of the log about it.') @IsInt() @Min(0) rowCount: number;
}

/** One kind of transfer: whether it is used, and what it rests on for this title. */
export class PriorKindDto {
  @Describe('False: its guard has switched it off, and its priors are 0.') @IsBoolean() isOn: boolean;
  @IsString() reason: string;
  @Describe('Share of the variance predicted on titles left out; below 0: it does harm.')
  @IsNumber()
  heldOutGain: number;
  @Describe('Of the gain, by title.') @IsNumber() standardError: number;
  @Describe('Titles that were left out in turn.') @IsInt() @Min(0) titleCount: number;
  @Describe('What the priors were multiplied by.') @IsNumber() weight: number;
  @Describe('Decisions about the title itself that would say as much.') @IsNumber() effectiveCount: number;
  @Describe('Largest weight first.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PriorDonorDto)
  donors: readonly PriorDonorDto[];
}

/** What was learnt of titles from one another, by kind. */
export class PriorKindsDto {
  @Describe('What pictures earn, from similar titles.')
  @ValidateNested()
  @Type(() => PriorKindDto)
  similarity: PriorKindDto;

  @Describe('What pictures earn, from titles of the same micro-genres.')
  @ValidateNested()
  @Type(() => PriorKindDto)
  'micro-genre': PriorKindDto;

  @Describe('How much the title earns.') @ValidateNested() @Type(() => PriorKindDto) level: PriorKindDto;
  @Describe('Whom it earns it from.') @ValidateNested() @Type(() => PriorKindDto) taste: PriorKindDto;
}

/** What a trait adds to a picture's prior. */
export class TraitLiftDto {
  @Describe('A facet of the vocabulary or a measured look, e.g. `close-up`.') @IsString() trait: string;
  @Describe('Reward.') @IsNumber() lift: number;
}

/** What is expected of a picture before it is shown. */
export class ArtworkPriorDto {
  @IsString() artworkId: string;
  @Describe('Reward above the mean of the title’s pictures.') @IsNumber() meanLift: number;
  @Describe('Part of it from similar titles.') @IsNumber() similarityLift: number;
  @Describe('Part of it from titles of the same micro-genres.') @IsNumber() microGenreLift: number;
  @Describe('Traits that say most of it, largest first.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => TraitLiftDto)
  traits: readonly TraitLiftDto[];
}

/** A leaning that makes viewers take the title more, or less. */
export class AudienceLeaningDto {
  @IsString() facet: string;
  @Describe('Reward per unit of leaning above the mean viewer’s.') @IsNumber() lift: number;
}

/** Who is expected to take a title. */
export class AudiencePriorDto {
  @Describe('Expected reward of an impression; null: nothing is known beyond `meanReward`.')
  @IsOptional()
  @IsNumber()
  expectedReward: number | null;

  @Describe('Of the log.') @IsNumber() meanReward: number;
  @Describe('Largest first, in absolute value.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AudienceLeaningDto)
  leanings: readonly AudienceLeaningDto[];
}

/** `GET /v1/titles/:id/priors`: what is expected of a title from titles like it. */
export class TitlePriorsDto {
  @IsString() titleId: string;
  @IsString() modelVersion: string;
  @IsInstant() fittedAt: string;
  @Describe('Decisions that the model was learnt from.') @IsInt() @Min(0) rowCount: number;
  @Describe('False: newer than the model, or like no title of the log; its priors are 0.')
  @IsBoolean()
  isKnown: boolean;

  @ValidateNested() @Type(() => PriorKindsDto) kinds: PriorKindsDto;
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ArtworkPriorDto)
  artworks: readonly ArtworkPriorDto[];
  @ValidateNested() @Type(() => AudiencePriorDto) audience: AudiencePriorDto;
  @Describe('Tone → share expected from its donors; null: tones are not known.')
  @IsOptional()
  @IsObject()
  tones: Readonly<Record<string, number>> | null;
}
