import { ArrayMaxSize, IsArray, IsInt, IsNumber, IsOptional, Max, Min } from 'class-validator';
import { Describe } from './describe';
import { IsCleanText } from './fields/is-clean-text';
import { IsInstant } from './fields/is-instant';

const MAX_PEOPLE = 50;
const MAX_GENRES = 20;

/** A film or series somebody has seen. */
export class HistoryEntryDto {
  @IsCleanText({ minLength: 1, maxLength: 500 }) title: string;
  @IsOptional() @IsInt() @Min(1870) @Max(2200) year?: number | null;

  @IsArray()
  @ArrayMaxSize(MAX_GENRES)
  @IsCleanText({ each: true, minLength: 1, maxLength: 100 })
  genres: string[];

  @Describe('Actors and directors.')
  @IsArray()
  @ArrayMaxSize(MAX_PEOPLE)
  @IsCleanText({ each: true, minLength: 1, maxLength: 200 })
  people: string[];

  @Describe('Stars in [0.5, 5].') @IsNumber() @Min(0.5) @Max(5) rating: number;
  @IsInstant() watchedAt: string;
}
