import { InputError } from '@keyart/common';
import { parsePolicySpec, readDesign, type LogDesign, withAnalysis } from '@keyart/decision-log';
import { checkDesign, type PairedDesign } from '@keyart/evaluation';
import type { OpenDatabase } from '../open-database';
import { withScoredPolicies } from '@keyart/offline-evaluation';
import { scoringOptions } from './scoring-options';
import { numberOf, type NumberRange } from './evaluate-options';

/** What `keyart power` was given. */
export interface PowerFlags {
  readonly log?: string;
  readonly map?: string;
  readonly target?: string;
  readonly baseline: string;
  readonly actions?: string;
  readonly baseRate?: string;
  readonly disagreement?: string;
  readonly n?: string;
  readonly lift: string;
  readonly alpha: string;
  readonly llmScores?: string;
  readonly json?: string;
}

/** A comparison to be planned, and decisions to make it on. */
export interface PlannedComparison {
  readonly design: PairedDesign;
  readonly sampleCount: number;
}

const DEFAULT_SAMPLE_COUNT = 5000;
const ANY: NumberRange = { isFine: () => true, range: '' };
const WHOLE: NumberRange = { isFine: (x) => Number.isInteger(x) && x >= 2, range: 'whole, 2 at least' };

/** Numbers from the flags, and those that were not given from the log. @throws InputError naming what is missing or wrong */
export async function plannedComparison(
  flags: PowerFlags,
  openDatabase: OpenDatabase,
): Promise<PlannedComparison> {
  const given = {
    actionCount: givenNumber('--actions', flags.actions, WHOLE),
    baseRate: givenNumber('--base-rate', flags.baseRate),
    disagreement: givenNumber('--disagreement', flags.disagreement),
    sampleCount: givenNumber('--n', flags.n, { isFine: (x) => x >= 1, range: '1 at least' }),
  };
  const log = await designOfLog(flags, openDatabase);
  const hint = log ? 'or --target, to see it from the log' : 'or --log and --target, to take it from a log';
  const numberOrThrow = (option: string, value: number | null): number => {
    if (value !== null) return value;
    throw new InputError('BAD_EVALUATION_OPTION', `${option} is missing: give it, ${hint}`);
  };
  const design: PairedDesign = {
    actionCount: numberOrThrow('--actions', given.actionCount ?? log?.actionCount ?? null),
    baseRate: numberOrThrow('--base-rate', given.baseRate ?? log?.baseRate ?? null),
    disagreement: numberOrThrow('--disagreement', given.disagreement ?? log?.disagreement ?? null),
    alpha: numberOf('--alpha', flags.alpha, ANY),
  };
  checkDesign(design);
  return { design, sampleCount: given.sampleCount ?? log?.sampleCount ?? DEFAULT_SAMPLE_COUNT };
}

function givenNumber(option: string, text: string | undefined, range = ANY): number | null {
  return text === undefined ? null : numberOf(option, text, range);
}

async function designOfLog(
  { log: file, map, target, baseline, llmScores }: PowerFlags,
  openDatabase: OpenDatabase,
): Promise<LogDesign | null> {
  if (file === undefined) {
    const without = [
      ...(target === undefined ? [] : ['--target']),
      ...(map === undefined ? [] : ['--map']),
    ].join(' and ');
    if (without) throw new InputError('BAD_EVALUATION_OPTION', `${without} without --log says nothing`);
    return null;
  }
  const specs = [
    parsePolicySpec('--baseline', baseline),
    ...(target === undefined ? [] : [parsePolicySpec('--target', target)]),
  ];
  return withScoredPolicies(
    { specs, file, map, llmScores, ...scoringOptions(openDatabase) },
    ([base, other = null]) =>
      withAnalysis((analysis) => readDesign(analysis, { file, map, baseline: base, target: other })),
  );
}
