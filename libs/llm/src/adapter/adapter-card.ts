import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  Equals,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { FORMULATIONS, type Formulation } from '@keyart/contracts';
import { LlmCalibration } from '../manifest/llm-model';

/** The model an adapter was trained on. */
export class AdapterBase {
  @IsString() @IsNotEmpty() id: string;

  /** Of the model file, hex: an adapter fits no other one. */
  @Matches(/^[0-9a-f]{64}$/) sha256: string;
}

/** The adapter's own file. */
export class AdapterFile {
  @Matches(/^[0-9a-f]{64}$/) sha256: string;

  @IsInt() @Min(1) sizeBytes: number;
}

/** What lies beside a ranking adapter as `.json`: of what it was made, what it fits, how well it does. */
export class AdapterCard {
  @Equals('adapter-card/1') schema: 'adapter-card/1';

  @Matches(/^[\w.-]{1,100}$/) name: string;

  @ValidateNested() @Type(() => AdapterBase) @IsObject() base: AdapterBase;

  @ValidateNested() @Type(() => AdapterFile) @IsObject() file: AdapterFile;

  @IsIn(FORMULATIONS) formulation: Formulation;

  /** As `templateVersionOf` names it; an adapter answers no other prompts. */
  @IsString() @IsNotEmpty() templateVersion: string;

  /** Measured with the adapter; unset: the manifest's of the model. */
  @IsOptional() @ValidateNested() @Type(() => LlmCalibration) @IsObject() calibration?: LlmCalibration;

  /** Method and settings of the training. */
  @IsObject() recipe: Record<string, unknown>;

  /** Hash that names the training rows. */
  @IsString() @IsNotEmpty() dataFingerprint: string;

  /** What was measured, by name. */
  @IsObject() figures: Record<string, unknown>;

  /** SPDX. */
  @IsString() @IsNotEmpty() licence: string;
}
