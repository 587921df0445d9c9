import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  ValidateNested,
} from 'class-validator';
import type { DecisionRecord } from '../records/decision';
import { Describe } from './describe';

/** One summand of a score. */
export class ContributionDto {
  @Describe('E.g. `taste:romance × picture:romance`.') @IsString() name: string;
  @IsNumber() value: number;
}

/** A candidate with what its score is made of. */
export class ExplainedCandidateDto {
  @IsString() artworkId: string;
  @Describe('Final probability, as recorded.') @IsNumber() probability: number;
  @Describe('As recorded; null: the tier has no scores.') @IsOptional() @IsNumber() score: number | null;
  @Describe('As the same model gives it today; null: it cannot be asked.')
  @IsOptional()
  @IsNumber()
  reproducedScore: number | null;
  @Describe('Largest magnitude first.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ContributionDto)
  contributions: ContributionDto[];
  @Describe('Whether the clickbait guard of today demotes it.') @IsBoolean() isDemoted: boolean;
}

/** The decision for a viewer who is the same but for one taste. */
export class CounterfactualDto {
  @Describe('The taste taken away.') @IsString() facet: string;
  @Describe('Its strength at the decision, in [-1, 1].') @IsNumber() leaning: number;
  @Describe('The artwork of the highest score without it.') @IsString() favouriteId: string;
  @Describe('Whether that is another one than with it.') @IsBoolean() isChanged: boolean;
  @Describe('Aligned with the candidates.') @IsArray() @IsNumber({}, { each: true }) scores: number[];
}

/** Why a picture was shown, in numbers for data scientists. */
export class AnalystExplanationDto {
  @IsIn(['analyst']) audience: 'analyst';
  @Describe(
    'As of `GET /v1/decisions/{decisionId}`: assignment, tier, failures, neighbours and all versions.',
  )
  @IsObject()
  record: DecisionRecord;
  @Describe('Leanings as of the decision; null: no longer kept.') @IsOptional() @IsObject() taste:
    object | null;
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ExplainedCandidateDto)
  candidates: ExplainedCandidateDto[];
  @Describe('Whether the scores of today are the recorded ones; null: they cannot be computed.')
  @IsOptional()
  @IsBoolean()
  isReproduced: boolean | null;
  @Describe('For the strongest tastes, strongest first.')
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CounterfactualDto)
  counterfactuals: CounterfactualDto[];
}
