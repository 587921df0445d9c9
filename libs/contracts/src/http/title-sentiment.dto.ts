import { Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsNumber, IsOptional, IsString, ValidateNested } from 'class-validator';
import { TITLE_ASPECTS, TONES, type TitleAspect, type Tone } from '../records/sentiment';
import { Describe } from './describe';

/** A figure with its interval. */
export class FigureDto {
  @Describe('Drawn to what titles like it get where few reviews speak: what to go by.')
  @IsNumber()
  value: number;
  @Describe('What the reviews alone say.') @IsNumber() raw: number;
  @Describe('95% interval.') @IsNumber() low: number;
  @IsNumber() high: number;
}

/** How often a feeling is shown. */
export class ToneShareDto extends FigureDto {
  @IsIn(TONES) tone: Tone;
  @Describe('How strongly, in [0, 1], in the reviews that show it.') @IsNumber() intensity: number;
}

/** What is said of an aspect. */
export class AspectProfileDto extends FigureDto {
  @IsIn(TITLE_ASPECTS) aspect: TitleAspect;
  @Describe('Share of reviews that speak of it.') @IsNumber() mentionShare: number;
  @IsNumber() effectiveCount: number;
}

/** What reviews make of a title. */
export class ProfileFiguresDto {
  @Describe('Reviews, near-duplicates once.') @IsInt() count: number;
  @Describe('Equally weighted reviews that would say as much.') @IsNumber() effectiveCount: number;
  @Describe('`prior-dominated`: fewer than 10 effective reviews.') @IsString() evidence: string;
  @Describe('Share of the polarity that is the prior’s, in [0, 1].') @IsNumber() priorFraction: number;
  @Describe('In [−1, 1].') @ValidateNested() @Type(() => FigureDto) polarity: FigureDto;
  @IsNumber() standardDeviation: number;
  @Describe('How far the audience is split in two camps, in [0, 1].') @IsNumber() polarisation: number;
  @Describe('How strongly things are said, in [0, 1].') @IsNumber() intensity: number;
  @Describe('All tones, the most frequent first; figures are shares of reviews.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ToneShareDto)
  tones: ToneShareDto[];
  @Describe('Aspects spoken of, the most spoken of first; figures are polarities.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AspectProfileDto)
  aspects: AspectProfileDto[];
  @Describe('Null without reviews.') @IsOptional() @IsString() oldestAt: string | null;
  @IsOptional() @IsString() newestAt: string | null;
}

/** A burst of reviews that was found to be a bombing. */
export class BombingDto {
  @IsString() from: string;
  @IsString() until: string;
  @IsInt() reviewCount: number;
  @Describe('Reviews that its length brings otherwise; null: the title is too young to say.')
  @IsOptional()
  @IsNumber()
  usualCount: number | null;
  @Describe('Share of the burst that shows each sign: `new-accounts`, `copied-text`, `text-against-stars`.')
  signs: Record<string, number>;
  @IsInt() quarantinedCount: number;
}

/** What was said in a stretch of time. */
export class TrendPointDto {
  @IsString() from: string;
  @IsString() until: string;
  @IsInt() count: number;
  @ValidateNested() @Type(() => FigureDto) polarity: FigureDto;
}

/** What the audience makes of a title. */
export class TitleSentimentDto {
  @IsString() titleId: string;
  @Describe('Version of the profile; null: no review has been counted yet.')
  @IsOptional()
  @IsString()
  version: string | null;
  @Describe('Version of the engine that read the newest review.')
  @IsOptional()
  @IsString()
  engineVersion: string | null;
  @IsOptional() @IsString() builtAt: string | null;
  @Describe('Micro-genre that figures are drawn to; null: the catalogue.')
  @IsOptional()
  @IsString()
  microGenre: string | null;
  @Describe('What to go by: without the reviews held back.')
  @ValidateNested()
  @Type(() => ProfileFiguresDto)
  cleaned: ProfileFiguresDto;
  @Describe('All reviews.') @ValidateNested() @Type(() => ProfileFiguresDto) raw: ProfileFiguresDto;
  @Describe('Near-duplicates that are not counted.') @IsInt() copyCount: number;
  @Describe('Reviews held back as review bombing.') @IsInt() quarantinedCount: number;
  @Describe('Of the title as a whole, whatever is asked for.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => BombingDto)
  bombings: BombingDto[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => TrendPointDto) trend: TrendPointDto[];
}
