import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { FORMULATIONS, type Formulation } from '@keyart/contracts';
import { TEMPLATE_NAMES, type TemplateName } from '../prompt/templates';

/** What turns uncalibrated label scores into calibrated ones; measured, stored with the model. */
export class LlmCalibration {
  /** Divides the log-probabilities before the softmax. */
  @IsNumber() @Min(0.01) @Max(100) temperature: number;

  /** Scores read with less label mass than this are not used; per formulation, see docs of the model. */
  @IsNumber() @Min(0) @Max(1) labelMassThreshold: number;

  /** Choice only: candidate count → mean log-probability by slot `[K]`, subtracted before the softmax. */
  @IsObject() slotPrior: Record<string, number[]>;
}

/** A trained adapter that the manifest puts on a model. */
export class RankingAdapterReference {
  /** GGUF file, below the manifest's folder; its card lies beside it as `.json`. */
  @Matches(/^[\w.-]+(\/[\w-][\w.-]*)*\.gguf$/) path: string;

  /** Of the file, hex. */
  @Matches(/^[0-9a-f]{64}$/) sha256: string;
}

/** A language model as the manifest describes it. */
export class LlmModel {
  @IsString() @IsNotEmpty() id: string;

  /** Id of the manifest's file entry; null behind an endpoint. */
  @ValidateIf((model: LlmModel) => model.file !== null) @IsString() file: string | null;

  @IsIn(['embedded', 'endpoint']) adapter: 'embedded' | 'endpoint';

  /** What it was post-trained to; unset: it serves as its makers trained it. Embedded only. */
  @IsOptional()
  @ValidateNested()
  @Type(() => RankingAdapterReference)
  @IsObject()
  rankingAdapter?: RankingAdapterReference;

  @IsIn(TEMPLATE_NAMES) template: TemplateName;

  @IsIn(FORMULATIONS) formulation: Formulation;

  /** Tokens the model sees at once. */
  @IsInt() @Min(128) contextTokens: number;

  /** Tokens evaluated at once; part of the model version (another batch moves probabilities). Embedded only. */
  @ValidateIf((model: LlmModel) => model.adapter === 'embedded') @IsInt() @Min(32) batchTokens?: number;

  /** Cap of the viewer's history in prompts. */
  @IsInt() @Min(0) historyTokens: number;

  /** Cap of a title's synopsis in prompts; default 40. */
  @IsOptional() @IsInt() @Min(0) synopsisTokens?: number;

  @ValidateNested() @Type(() => LlmCalibration) @IsObject() calibration: LlmCalibration;
}
