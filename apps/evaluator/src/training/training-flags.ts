import path from 'node:path';
import { projectRoot } from '@keyart/common';
import { FORMULATIONS } from '@keyart/contracts';
import { asksThemes, loadLlmModels, TEMPLATE_NAMES, templateByName } from '@keyart/llm';
import { RECIPES, TrainingExportError, type RowSettings } from '@keyart/training-export';
import { numberOf, type NumberRange } from '../evaluation/evaluate-options';
import { momentOf } from '../evaluation/moment-option';
import type { TrainingCut, TrainingExportOptions } from './export-options';

/** What `keyart training export` was given. */
export interface TrainingFlags {
  readonly log: string;
  readonly context?: string;
  readonly world?: string;
  readonly recipe: string;
  readonly formulation: string;
  readonly template: string;
  readonly out: string;
  readonly maxWeight: string;
  readonly historyTokens?: string;
  readonly maxTokens?: string;
  readonly neverShownWeight: string;
  readonly similarity: string;
  readonly negatives: boolean;
  readonly rationales?: string;
  readonly cut?: string;
  readonly timeShare?: string;
  readonly validationShare: string;
  readonly holdout?: string;
  readonly seed: string;
  readonly map?: string;
  readonly quarantine?: string;
  readonly json: boolean;
}

const DEFAULT_TIME_SHARE = '0.1';
interface TemplateLimits {
  readonly historyTokens: number;
  readonly synopsisTokens?: number;
  readonly contextTokens: number;
}

/** Of a template that no model of the manifest has: those of the small model. */
const DEFAULT_LIMITS: TemplateLimits = { historyTokens: 150, contextTokens: 2048 };
const COUNT: NumberRange = { isFine: (x) => Number.isInteger(x) && x >= 1, range: 'whole, 1 at least' };
const WHOLE: NumberRange = { isFine: (x) => Number.isInteger(x) && x >= 0, range: 'whole, 0 at least' };
const SHARE: NumberRange = { isFine: (x) => x > 0 && x < 1, range: 'in (0, 1)' };
const SHARE_OR_NONE: NumberRange = { isFine: (x) => x >= 0 && x < 1, range: 'in [0, 1)' };

/** What the options mean. @throws InputError naming the option */
export async function trainingOptionsOf(
  flags: TrainingFlags,
  told: Pick<TrainingExportOptions, 'version' | 'command' | 'now' | 'onProgress'>,
): Promise<TrainingExportOptions> {
  const { log: file, out, holdout, rationales, map, quarantine } = flags;
  return {
    ...{ file, context: contextOf(flags), out, settings: await rowSettingsOf(flags), cut: cutOf(flags) },
    validationShare: numberOf('--validation-share', flags.validationShare, SHARE),
    ...{ holdout, rationales, map, quarantine },
    ...told,
  };
}

async function rowSettingsOf(flags: TrainingFlags): Promise<RowSettings> {
  const recipe = oneOf('--recipe', flags.recipe, RECIPES);
  const formulation = oneOf('--formulation', flags.formulation, FORMULATIONS);
  if (recipe === 's-dpo' && formulation === 'pointwise')
    throw bad('--recipe s-dpo --formulation pointwise: Yes and No leave a single one to reject; dpo fits');
  if (flags.rationales !== undefined && recipe !== 'sft-reasoning')
    throw bad(`--rationales: goes with --recipe sft-reasoning, not ${recipe}`);
  const template = templateByName(oneOf('--template', flags.template, TEMPLATE_NAMES));
  if (asksThemes({ template, formulation }))
    throw bad(
      `--template ${template.name} --formulation pointwise: it asks of captions and viewers apart, never of a decision; see training stages`,
    );
  const limits = await limitsOf(template.name);
  const historyTokens = numberOf(
    '--history-tokens',
    flags.historyTokens ?? String(limits.historyTokens),
    WHOLE,
  );
  return {
    ...{ recipe, prompt: { template, formulation, historyTokens, synopsisTokens: limits.synopsisTokens } },
    maxWeight: numberOf('--max-weight', flags.maxWeight, { isFine: (x) => x >= 1, range: '≥ 1' }),
    seed: textOf('--seed', flags.seed),
    neverShownWeight: numberOf('--never-shown-weight', flags.neverShownWeight, SHARE_OR_NONE),
    hasNegatives: flags.negatives,
    similarity: numberOf('--similarity', flags.similarity, {
      isFine: (x) => x >= -1 && x <= 1,
      range: 'in [-1, 1]',
    }),
    maxTokens: numberOf('--max-tokens', flags.maxTokens ?? String(limits.contextTokens), COUNT),
  };
}

/** Training sees what serving shows: the caps of the first model with that template. */
async function limitsOf(template: string): Promise<TemplateLimits> {
  const models = await loadLlmModels(path.join(projectRoot(), 'models', 'manifest.json'));
  return models.find((model) => model.template === template) ?? DEFAULT_LIMITS;
}

function contextOf({ context, world }: TrainingFlags): string {
  const given = [context, world].filter((one) => one !== undefined);
  if (given.length === 1) return given[0];
  throw bad('--context DIR or --world DIR: one of them must be given');
}

function cutOf({ cut, timeShare }: TrainingFlags): TrainingCut {
  if (cut !== undefined && timeShare !== undefined)
    throw bad('--cut and --time-share: only one of them may be given');
  if (cut !== undefined) return { kind: 'at', at: momentOf('--cut', cut) };
  return {
    kind: 'time-share',
    share: numberOf('--time-share', timeShare ?? DEFAULT_TIME_SHARE, SHARE_OR_NONE),
  };
}

function oneOf<T extends string>(option: string, text: string, known: readonly T[]): T {
  const found = known.find((one) => one === text);
  if (found) return found;
  throw bad(`${option} ${text}: must be one of ${known.join(', ')}`);
}

function textOf(option: string, text: string): string {
  if (text.trim() !== '') return text;
  throw bad(`${option} '${text}': must not be empty`);
}

function bad(message: string): TrainingExportError {
  return new TrainingExportError('BAD_EXPORT_OPTION', message);
}
