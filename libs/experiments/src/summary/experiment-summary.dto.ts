import { CORRECTIONS, METRIC_TYPES, type Correction, type MetricType } from '@keyart/evaluation';
import { Type } from 'class-transformer';
import {
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsPositive,
  IsString,
  Min,
  ValidateNested,
} from 'class-validator';
import { SummaryArm } from './summary-arm.dto';

/** Ways to look at a test more than once. */
export const SEQUENTIAL_METHODS = ['asymptotic-cs', 'msprt', 'group-sequential'] as const;

/** One of them. */
export type SequentialMethod = (typeof SEQUENTIAL_METHODS)[number];

/** A margin that a metric must not lose. */
export class SummaryGuardrail {
  @IsNumber() @Min(0) margin: number;
}

/** A metric of all arms, control first. */
export class SummaryMetric {
  @IsString() @IsNotEmpty() name: string;
  @IsIn(METRIC_TYPES) type: MetricType;
  @IsOptional() @IsIn(['higher', 'lower']) better?: 'higher' | 'lower';
  /** Quantiles only. */
  @IsOptional() @IsNumber() level?: number;
  @IsOptional() @ValidateNested() @Type(() => SummaryGuardrail) guardrail?: SummaryGuardrail;
  @IsArray() @ArrayNotEmpty() @ValidateNested({ each: true }) @Type(() => SummaryArm) arms: SummaryArm[];
}

/** How a test is to be analysed; every field has a sensible default. */
export class ExperimentOptionsDto {
  @IsOptional() @IsBoolean() relative?: boolean;
  @IsOptional() @IsBoolean() cuped?: boolean;
  @IsOptional() @IsIn(SEQUENTIAL_METHODS) sequential?: SequentialMethod | null;
  @IsOptional() @IsIn(CORRECTIONS) correction?: Correction;
  @IsOptional() @IsIn(['two-sided', 'greater', 'less']) alternative?: 'two-sided' | 'greater' | 'less';
  @IsOptional() @IsNumber() alpha?: number;
  /** Planned shares of the arms; equal ones when absent. */
  @IsOptional() @IsArray() @IsNumber({}, { each: true }) @Min(0, { each: true }) weights?: number[];
  /** Group sequential: information at each look so far, as a share of the final one. */
  @IsOptional() @IsArray() @IsNumber({}, { each: true }) informationFractions?: number[];
  /** Asymptotic confidence sequence: units at which it is tightest. */
  @IsOptional() @IsInt() @IsPositive() tightestAt?: number;
  /** mSPRT: variance of the effects that are looked for. */
  @IsOptional() @IsNumber() @IsPositive() mixingVariance?: number;
}

/** A summary file: sums and options. */
export class ExperimentSummary extends ExperimentOptionsDto {
  @IsArray()
  @ArrayNotEmpty()
  @ValidateNested({ each: true })
  @Type(() => SummaryMetric)
  metrics: SummaryMetric[];
}
