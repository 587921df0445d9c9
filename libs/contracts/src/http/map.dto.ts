import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Describe } from './describe';
import { IsInstant } from './fields/is-instant';

const MOST_SIMILAR = 24;
const MAX_VERSION_LENGTH = 100;
const BLOCKS = ['synopsis', 'facts', 'embedding', 'tone'] as const;

/** Query of similar titles. */
export class SimilarTitlesQueryDto {
  @Describe('Titles at most, 1–24.')
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_SIMILAR)
  limit: number = 10;
}

/** Query of the map. */
export class MapQueryDto {
  @Describe('One of `GET /v1/map/versions`; unset: the newest.')
  @IsOptional()
  @IsString()
  @MaxLength(MAX_VERSION_LENGTH)
  version?: string;
}

/** `POST /v1/map/rebuilds`. */
export class MapRebuildDto {
  @Describe('Make a map though no title has changed since the last one.')
  @IsOptional()
  @IsBoolean()
  isForced?: boolean;
}

/** What two titles have in common. */
export class SimilarityReasonsDto {
  @Describe('What both have, by `genre`, `tag`, `person`, `country` and `decade`, most telling first.')
  @IsObject()
  shared: Record<string, string[]>;
  @Describe('Words of both synopses that weigh most in their likeness, most first.')
  @IsArray()
  @IsString({ each: true })
  words: string[];
  @Describe(
    'Cosine by block of the title vectors: `synopsis`, `facts`, `embedding`, `tone`; one that says nothing of a title is missing.',
  )
  @IsObject()
  closeness: Record<string, number>;
}

/** A title that is like another, and why. */
export class SimilarTitleDto {
  @IsString() titleId: string;
  @Describe('As of the map.') @IsString() name: string;
  @IsOptional() @IsInt() year: number | null;
  @Describe('Cosine of the title vectors.') @IsNumber() @Min(0) @Max(1) similarity: number;
  @ValidateNested() @Type(() => SimilarityReasonsDto) reasons: SimilarityReasonsDto;
}

/** What is like a title. */
export class SimilarTitlesDto {
  @Describe('Map that was asked; null: none was made yet.') @IsOptional() @IsString() mapVersion:
    string | null;
  @Describe('Whether the title is on that map; a title that is newer than the map is not.')
  @IsBoolean()
  isMapped: boolean;
  @Describe('Most similar first.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SimilarTitleDto)
  items: SimilarTitleDto[];
}

/** A map without its titles. */
export class MapHeadDto {
  @Describe('Content hash.') @IsString() version: string;
  @IsInstant() createdAt: string;
  @IsInstant() publishedAt: string;
  @IsInt() @Min(0) titleCount: number;
  @Describe('What title vectors were made of: words of synopses, facts, sentence embeddings, tones.')
  @IsArray()
  @IsIn(BLOCKS, { each: true })
  blocks: string[];
  @Describe('Sentence embedder; null: none was on the machine.') @IsOptional() @IsString() textModel:
    string | null;
  @IsString() seed: string;
}

/** A community of a zoom level. */
export class MapCommunityDto {
  @Describe('1: the regions of the whole map; higher levels divide those before.')
  @IsInt()
  @Min(1)
  level: number;
  @Describe('Number within the level, the largest first.') @IsInt() @Min(0) community: number;
  @Describe('What its titles have in common; empty: nothing stands out.') @IsString() label: string;
  @IsInt() @Min(1) titleCount: number;
  @IsNumber() x: number;
  @IsNumber() y: number;
}

/** A title's place. */
export class MapPointDto {
  @IsString() titleId: string;
  @Describe('As of the map.') @IsString() name: string;
  @IsOptional() @IsInt() year: number | null;
  @Describe('The map’s middle is 0, its spread about 1. Only what is near means something.')
  @IsNumber()
  x: number;
  @IsNumber() y: number;
  @Describe('Community of each level, level 1 first.')
  @IsArray()
  @IsInt({ each: true })
  communities: number[];
}

/** A map. */
export class MapDto extends MapHeadDto {
  @IsArray() @ValidateNested({ each: true }) @Type(() => MapCommunityDto) communities: MapCommunityDto[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => MapPointDto) points: MapPointDto[];
}
