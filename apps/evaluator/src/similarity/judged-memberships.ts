import { InputError, readCheckedJson } from '@keyart/common';
import { Type } from 'class-transformer';
import {
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  ValidateNested,
} from 'class-validator';
import { proportionOf, type Proportion } from '../vision/accuracy/proportion';

/** At most eight words: facts, no quotations. */
const SHORT = /^\S+(?:\s+\S+){0,7}$/u;

class JudgedEvidence {
  @IsString() @IsNotEmpty() facet!: string;
  @IsIn(['genre', 'tag', 'synopsis', 'year', 'country']) source!: string;
  @Matches(SHORT) span!: string;
}

class JudgedMembership {
  @IsString() @IsNotEmpty() name!: string;
  @IsOptional() @IsInt() year!: number | null;
  @IsString() @IsNotEmpty() slug!: string;
  @IsString() @IsNotEmpty() microGenre!: string;
  @IsArray()
  @ArrayNotEmpty()
  @ValidateNested({ each: true })
  @Type(() => JudgedEvidence)
  evidence!: JudgedEvidence[];
  @IsIn(['right', 'wrong']) verdict!: 'right' | 'wrong';
  @IsString() @IsNotEmpty() reason!: string;
}

/** A list of memberships that a reader has judged against the titles' synopses. */
export class JudgedMemberships {
  /** How they were drawn: the command. */
  @IsString() @IsNotEmpty() drawnBy!: string;
  @IsArray()
  @ArrayNotEmpty()
  @ValidateNested({ each: true })
  @Type(() => JudgedMembership)
  memberships!: JudgedMembership[];
}

/** Share of judged memberships that must be right. */
export const PRECISION_FLOOR = 0.9;

/**
 * Precision of a judged list with Wilson's 95% interval.
 * @throws InputError `BAD_JUDGEMENTS` naming file and field
 */
export async function precisionOfJudged(file: string): Promise<Proportion> {
  const { value, faults } = await readCheckedJson(file, JudgedMemberships);
  if (value === null || faults.length > 0)
    throw new InputError(
      'BAD_JUDGEMENTS',
      `${file}: ${faults.map(({ place, detail }) => `${place} ${detail}`.trim()).join('; ')}`,
    );
  const rightCount = value.memberships.filter(({ verdict }) => verdict === 'right').length;
  return proportionOf(rightCount, value.memberships.length);
}
