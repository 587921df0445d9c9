import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { Describe } from './describe';

/** The service's own decision log, for `log`. */
export const SERVICE_LOG = 'service';

const NAME = '[A-Za-z0-9_][A-Za-z0-9_.-]*';
/** In the folder of logs: no step up, no pattern, nothing hidden. */
const FILE = `(?:${NAME}/)*${NAME}\\.(?:parquet|csv|jsonl|ndjson)`;
const COLUMN = 'column:[^"\\u0000-\\u001f]{1,100}';
const POLICY = 'policy:[a-z-]{1,40}(?:@cross-fitted)?';
const A_FILE = 'a file in the folder of logs: NAME.parquet, .csv, .jsonl or .ndjson';
const MAX_LENGTH = 500;
const MAX_SEGMENT_COUNT = 10;
const MAX_DRAW_COUNT = 10_000;
const MAX_SEED = 2 ** 32 - 1;

/** An offline evaluation: would another policy have done better on logged decisions? Fields mean what the options of `keyart evaluate` do. */
export class EvaluationRequestDto {
  @Describe(
    '`service`: decisions of this service. Otherwise a file in the folder of logs, e.g. `2026/march.parquet`.',
  )
  @IsString()
  @MaxLength(MAX_LENGTH)
  @Matches(new RegExp(`^(?:${SERVICE_LOG}|${FILE})$`), {
    message: `$property must be ${SERVICE_LOG}, or ${A_FILE}`,
  })
  log: string;

  @Describe(
    '`policy:NAME`, `column:NAME`, or a long table `decision_id, action, probability[, q]` in the folder of logs.',
  )
  @IsString()
  @MaxLength(MAX_LENGTH)
  @Matches(new RegExp(`^(?:${POLICY}|${COLUMN}|${FILE})$`), {
    message: `$property must be policy:NAME, column:NAME, or ${A_FILE}`,
  })
  target: string;

  @Describe('As `target`; unset: `logging`, what made the log.')
  @IsOptional()
  @IsString()
  @MaxLength(MAX_LENGTH)
  @Matches(new RegExp(`^(?:logging|${POLICY}|${COLUMN}|${FILE})$`), {
    message: `$property must be logging, policy:NAME, column:NAME, or ${A_FILE}`,
  })
  baseline?: string;

  @Describe('What columns are called, e.g. `action=item_id,propensity=p`.')
  @IsOptional()
  @IsString()
  @MaxLength(MAX_LENGTH)
  map?: string;

  @Describe('`cross-fitted` (unset), `table:q` or `constant:NUMBER`.')
  @IsOptional()
  @Matches(/^(cross-fitted|table:q|constant:-?\d+(\.\d+)?)$/, {
    message: '$property must be cross-fitted, table:q or constant:NUMBER',
  })
  rewardModel?: string;

  @Describe(
    'File of `action` and `facet` in the folder of logs, for MIPS; unset: the column `candidate_facets`.',
  )
  @IsOptional()
  @MaxLength(MAX_LENGTH)
  @Matches(new RegExp(`^${FILE}$`), { message: `$property must be ${A_FILE}` })
  facets?: string;

  @Describe('Columns whose values are evaluated apart.')
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_SEGMENT_COUNT)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  @Matches(/^(?!(?:user_id|decision_id)$)/, { each: true, message: '$property must not single out members' })
  segments?: string[];

  @Describe('Largest weight of the clipped estimators; unset: 10.')
  @IsOptional()
  @IsNumber()
  @Min(Number.MIN_VALUE)
  clip?: number;

  @Describe('Intervals miss with this probability; unset: .05.')
  @IsOptional()
  @IsNumber()
  @Min(1e-6)
  @Max(0.5)
  alpha?: number;

  @Describe('Draws of members; unset: 1000; 0: none.')
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MAX_DRAW_COUNT)
  bootstrap?: number;

  @Describe('Of the bootstrap; unset: 1.')
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MAX_SEED)
  seed?: number;

  @Describe('Relative lift that matters; unset: .05.')
  @IsOptional()
  @IsNumber()
  @Min(1e-6)
  @Max(10)
  smallestLift?: number;
}
