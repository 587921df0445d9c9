import { CLAIM_MEASURES, type Claim, type ClaimMeasure } from '@keyart/creative';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsPositive,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';

const MOST_CLAIMS = 100;
const MOST_GENRES = 50;

/** A claim as it stands in a file. */
export class ClaimDto implements Claim {
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  statement: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_GENRES)
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  groupA: string[];

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_GENRES)
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  groupB: string[];

  @IsIn(CLAIM_MEASURES)
  measure: ClaimMeasure;

  @IsIn(['higher', 'lower'])
  direction: 'higher' | 'lower';

  @IsOptional()
  @IsNumber()
  @IsPositive()
  smallestEffect?: number;
}

/** A file of claims, tested together. */
export class ClaimsFileDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_CLAIMS)
  @ValidateNested({ each: true })
  @Type(() => ClaimDto)
  claims: ClaimDto[];
}
