import { Type } from 'class-transformer';
import { IsInt, IsNumber, IsOptional, IsString, Min, ValidateNested } from 'class-validator';

/** A quantile of an arm and the order statistics at its 95% limits. */
export class SummaryQuantile {
  @IsNumber() value: number;
  @IsNumber() lower: number;
  @IsNumber() upper: number;
}

/** Sums over an arm's members; which are needed depends on the metric's type. */
export class SummaryArm {
  @IsOptional() @IsString() name?: string;
  /** Fewer than two cannot be compared. */
  @IsInt() @Min(0) n: number;
  /** Needed but for a quantile over members. */
  @IsOptional() @IsNumber() sum?: number;
  /** Needed but for a proportion, whose squares sum to its sum. */
  @IsOptional() @IsNumber() sumSquares?: number;
  @IsOptional() @IsNumber() denominatorSum?: number;
  @IsOptional() @IsNumber() denominatorSumSquares?: number;
  @IsOptional() @IsNumber() crossSum?: number;
  @IsOptional() @IsNumber() covariateSum?: number;
  @IsOptional() @IsNumber() covariateSumSquares?: number;
  @IsOptional() @IsNumber() covariateCrossSum?: number;
  @IsOptional() @IsNumber() denominatorCovariateCrossSum?: number;
  @IsOptional() @ValidateNested() @Type(() => SummaryQuantile) quantile?: SummaryQuantile;
}
