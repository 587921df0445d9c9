import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsNumber,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { GUARDRAIL_METRICS, LAYER_CELL_COUNT } from '../records/experiment';
import { Describe } from './describe';
import { ExperimentArmDto } from './experiment-arm.dto';
import { ExperimentGuardrailDto } from './experiment-guardrail.dto';
import { allOf } from './fields/all-of';
import { IsCleanText } from './fields/is-clean-text';

const MAX_ARM_COUNT = 20;
const MAX_TEXT_LENGTH = 2_000;
const SHARE_DECIMAL_PLACES = 4;

/** A share of the layer, in steps of one cell. */
export function IsLayerShare(): PropertyDecorator {
  const steps = { maxDecimalPlaces: SHARE_DECIMAL_PLACES, allowNaN: false, allowInfinity: false };
  return allOf(IsNumber(steps), Min(1 / LAYER_CELL_COUNT), Max(1));
}

/** Two or more arms of different names. */
export function IsArmList(): PropertyDecorator {
  const nameOf = (arm: unknown): unknown => Object(arm).name;
  return allOf(
    IsArray(),
    ArrayMinSize(2),
    ArrayMaxSize(MAX_ARM_COUNT),
    ArrayUnique(nameOf, { message: '$property must have different names' }),
    ValidateNested({ each: true }),
    Type(() => ExperimentArmDto),
  );
}

/** Guardrails, one a metric at most. */
export function IsGuardrailList(): PropertyDecorator {
  const metricOf = (guardrail: unknown): unknown => Object(guardrail).metric;
  return allOf(
    IsArray(),
    ArrayMaxSize(GUARDRAIL_METRICS.length),
    ArrayUnique(metricOf, { message: '$property must have different metrics' }),
    ValidateNested({ each: true }),
    Type(() => ExperimentGuardrailDto),
  );
}

/** `PATCH /v1/experiments/:id`: what may change of a draft; fields that are absent or null stay. */
export class ExperimentChangesDto {
  @IsOptional()
  @IsCleanText({ minLength: 1, maxLength: MAX_TEXT_LENGTH })
  name?: string | null;

  @IsOptional()
  @IsCleanText({ maxLength: MAX_TEXT_LENGTH })
  hypothesis?: string | null;

  @Describe('Share of the members outside the always-on slices, a multiple of 0.0001.')
  @IsOptional()
  @IsLayerShare()
  shareFraction?: number | null;

  @IsOptional()
  @IsArmList()
  arms?: ExperimentArmDto[] | null;

  @Describe('What no arm may lose; `[]` for none.')
  @IsOptional()
  @IsGuardrailList()
  guardrails?: ExperimentGuardrailDto[] | null;
}
