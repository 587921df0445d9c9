import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import {
  SENTIMENT_FLAGS,
  SENTIMENT_LABELS,
  SENTIMENT_SOURCES,
  TITLE_ASPECTS,
  TONES,
  type SentimentFlag,
  type SentimentLabel,
  type SentimentSource,
  type TitleAspect,
  type Tone,
} from '../records/sentiment';
import { Describe } from './describe';
import { MAX_REVIEW_LENGTH } from './title-review.dto';

/** Most texts of one call. */
export const MAX_TEXTS_PER_CALL = 100;

/** `POST /v1/sentiment/analyze`. Nothing of it is kept. */
export class SentimentRequestDto {
  @Describe('At most 100 texts of at most 20,000 characters.')
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_TEXTS_PER_CALL)
  @IsString({ each: true })
  @MaxLength(MAX_REVIEW_LENGTH, { each: true })
  texts: string[];
}

/** A feeling in a text. */
export class ToneReadingDto {
  @IsIn(TONES) tone: Tone;
  @Describe('Calibrated, in [0, 1].') @IsNumber() probability: number;
  @Describe('How strongly it is said, in [0, 1].') @IsNumber() intensity: number;
}

/** A piece of a text. */
export class TextSpanDto {
  @Describe('First UTF-16 unit.') @IsInt() from: number;
  @Describe('The one after the last.') @IsInt() to: number;
}

/** What a text says of an aspect of the title. */
export class AspectReadingDto {
  @IsIn(TITLE_ASPECTS) aspect: TitleAspect;
  @Describe('In [−1, 1].') @IsNumber() polarity: number;
  @Describe('Where in the text it is said.')
  @ValidateNested()
  @Type(() => TextSpanDto)
  evidence: TextSpanDto;
}

/** What was read out of a text. */
export class SentimentReadingDto {
  @Describe('2 P(positive) − 1, in [−1, 1].') @IsNumber() polarity: number;
  @IsIn(SENTIMENT_LABELS) label: SentimentLabel;
  @Describe('Calibrated probability of the likelier side, in [0.5, 1]; 0: there was nothing to read.')
  @IsNumber()
  confidence: number;
  @Describe('How strongly it is said, in [0, 1].') @IsNumber() intensity: number;
  @Describe('The likeliest first.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ToneReadingDto)
  tones: ToneReadingDto[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => AspectReadingDto) aspects: AspectReadingDto[];
  @Describe('ISO 639-1; null: could not be told.') @IsOptional() @IsString() language: string | null;
  @IsIn(SENTIMENT_SOURCES) source: SentimentSource;
  @IsString() engineVersion: string;
  @Describe('What is out of the ordinary about the text.')
  @IsIn(SENTIMENT_FLAGS, { each: true })
  flags: SentimentFlag[];
}

/** Answer of `POST /v1/sentiment/analyze`. */
export class SentimentAnswerDto {
  @Describe('One a text, in order.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SentimentReadingDto)
  readings: SentimentReadingDto[];
}
