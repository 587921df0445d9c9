import { Type } from 'class-transformer';
import { IsNumber, IsObject, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import type { ReleaseEvidence } from '../records/release-evidence';
import { Describe } from './describe';
import { IsCleanText } from './fields/is-clean-text';

/** What was measured of an LLM ranker; what is left out was not, or was told before. */
export class ReleaseEvidenceDto implements ReleaseEvidence {
  @Describe('Lower bound of the offline lift over production, a fraction.')
  @IsOptional()
  @IsNumber()
  liftLowerBound?: number;

  @Describe('Lower bound of the same lift on a log of a world in which nobody has a taste.')
  @IsOptional()
  @IsNumber()
  nullLiftLowerBound?: number;

  @Describe('Choice: share of picks that change when the options are shifted.')
  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(1)
  flipRate?: number;

  @Describe('Pointwise: share of picks that stay when captions are reworded.')
  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(1)
  pickStability?: number;

  @Describe('Mean probability on the labels.')
  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(1)
  labelMass?: number;

  @Describe('Mean time of a prompt, milliseconds.')
  @IsOptional()
  @IsNumber()
  @Min(0)
  promptMs?: number;
}

/** Why an LLM ranker may serve; other models need none of it. */
export class PromoteModelDto {
  @Describe('Measured now; joins what was told of the version before.')
  @IsOptional()
  @ValidateNested()
  @Type(() => ReleaseEvidenceDto)
  @IsObject()
  evidence?: ReleaseEvidenceDto;

  @Describe('Serves whatever the gates say, for this reason; kept with the version and in the audit.')
  @IsOptional()
  @IsCleanText({ minLength: 1, maxLength: 500 })
  overrideReason?: string;
}
