import { Transform, Type, type TransformFnParams } from 'class-transformer';
import { IsInt, IsNumber, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Describe } from './describe';
import { IsId } from './fields/is-id';

const MAX_LIST_LENGTH = 2_000;
const MAX_ITEMS = 200;
const MAX_MINUTES = 10_000;

/** Nothing is no number, and not 0. */
function numberOf({ value }: TransformFnParams): unknown {
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
}

/** What is asked of a plan, whatever the title. */
export class PlanQueryDto {
  @Describe('US dollars that may be spent; unset: whatever pays.')
  @IsOptional()
  @Transform(numberOf)
  @IsNumber()
  @Min(0)
  budget?: number;

  @Describe('Tracks there are already, comma-separated, e.g. `dub:de,subtitle:fr` (languages of ISO 639-1).')
  @IsOptional()
  @IsString()
  @MaxLength(MAX_LIST_LENGTH)
  existing?: string;

  @Describe('Only work of these kinds, comma-separated, of subtitle, dub, campaign, artwork.')
  @IsOptional()
  @IsString()
  @MaxLength(MAX_LIST_LENGTH)
  kinds?: string;

  @Describe('Only these countries, comma-separated codes of ISO 3166-1 alpha-2, e.g. `DE,GB`.')
  @IsOptional()
  @IsString()
  @MaxLength(MAX_LIST_LENGTH)
  countries?: string;

  @Describe('Countries without the right to show the title: listed apart, nothing is planned for them.')
  @IsOptional()
  @IsString()
  @MaxLength(MAX_LIST_LENGTH)
  notOffered?: string;

  @Describe('Running time; unset: as assumed, see `assumptions`.')
  @IsOptional()
  @Transform(numberOf)
  @IsNumber()
  @Min(1)
  @Max(MAX_MINUTES)
  minutes?: number;
}

/** Query of `GET /v1/localisation/plan`. */
export class LocalisationPlanQueryDto extends PlanQueryDto {
  @Describe('Id of the title.') @IsId() title: string;

  @Describe('Items shown of the plan and of what it leaves out, 1–200; `total` is that of the whole plan.')
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_ITEMS)
  limit: number = 50;
}
