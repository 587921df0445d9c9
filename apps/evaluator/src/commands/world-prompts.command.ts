import { InputError } from '@keyart/common';
import { ViewerTruth, type WorldPair } from '@keyart/simulation';
import type { Command } from 'commander';
import { promptSettingsOfModel } from '../world/prompt-settings-of-model';
import { questionOf, VARIANTS, type Variant } from '../world/questions/question';
import { DEFAULT_QUESTION_COUNTS, questionSets, type QuestionSets } from '../world/questions/question-sets';
import { knownIds } from '../world/questions/score-file';
import { writePrompts, writeQuestions } from '../world/questions/write-prompts';
import { bareReadings, themeQuestions } from '../world/themes/theme-questions';
import { readWorld } from '../world/world-files';
import { countOf } from './numeric-option';

/** Pairs that are asked about with something kept from the model: a part of the cold ones says enough. */
const ABLATED_PAIR_COUNT = 1000;

interface PromptsFlags {
  readonly world: string;
  readonly model: string;
  readonly sets?: string;
  readonly variant: string;
  readonly formulation: string;
  readonly pairs: string;
  readonly seed: string;
  readonly known?: string;
  readonly out: string;
}

const FORMULATIONS: readonly string[] = ['pointwise', 'themes'];
const SET_NAMES = ['warm', 'cold', 'logged', 'unlabelled'] as const;

function setsOf(names: string, sets: QuestionSets): WorldPair[] {
  return names.split(',').flatMap((name) => {
    const known = SET_NAMES.find((one) => one === name);
    if (known) return [...sets[known]];
    throw new InputError('BAD_OPTION', `--sets ${name}: must be of ${SET_NAMES.join(', ')}`);
  });
}

/** Ways to ask about themes: as served, or with nothing said of the title. */
const THEME_QUESTIONS = { plain: themeQuestions, 'no-genres': bareReadings } as const;

function themesAsked(variant: string): typeof themeQuestions {
  if (variant === 'plain' || variant === 'no-genres') return THEME_QUESTIONS[variant];
  const known = Object.keys(THEME_QUESTIONS).join(', ');
  throw new InputError('BAD_OPTION', `--variant ${variant}: must be ${known} with --formulation themes`);
}

function variantOf(text: string): Variant {
  const known = VARIANTS.find((one) => one === text);
  if (known) return known;
  throw new InputError('BAD_OPTION', `--variant ${text}: must be ${VARIANTS.join(', ')}`);
}

async function runPrompts(flags: PromptsFlags): Promise<void> {
  const { seed, out, model, sets } = flags;
  if (!FORMULATIONS.includes(flags.formulation))
    throw new InputError(
      'BAD_OPTION',
      `--formulation ${flags.formulation}: must be ${FORMULATIONS.join(', ')}`,
    );
  const counts = { ...DEFAULT_QUESTION_COUNTS, pairs: countOf('--pairs', flags.pairs) };
  const world = await readWorld(flags.world);
  const settings = await promptSettingsOfModel(model);
  const known = flags.known === undefined ? new Set<string>() : await knownIds(flags.known);
  const pairsOf = (names: string): WorldPair[] =>
    setsOf(names, questionSets(world, new ViewerTruth(world), { counts, seed }));
  let count: number;
  if (flags.formulation === 'themes') {
    const ask = themesAsked(flags.variant);
    const pairs = sets === undefined ? undefined : pairsOf(sets);
    count = await writeQuestions(out, ask(world, settings, pairs), known);
  } else {
    const variant = variantOf(flags.variant);
    const pairs = pairsOf(sets ?? SET_NAMES.join(','));
    count = await writePrompts(out, variant === 'plain' ? pairs : pairs.slice(0, ABLATED_PAIR_COUNT), {
      ask: (pair) => questionOf({ world, settings }, pair, variant),
      known,
    });
  }
  process.stdout.write(`${out}: ${count} questions; next: training/score.py --prompts ${out}\n`);
}

/** `keyart world prompts`. */
export function addWorldPromptsCommand(world: Command): void {
  world
    .command('prompts')
    .description('what a language model is asked, as JSON lines for training/score.py')
    .requiredOption('--world <dir>', 'made by world build')
    .option('--model <id>', 'of the manifest, whose prompts they are', 'smollm2-135m')
    .option('--sets <names>', `of ${SET_NAMES.join(', ')}; left out: all of them`)
    .option(
      '--formulation <name>',
      'pointwise: of pairs; themes: of pictures and viewers, with --sets of those pairs only',
      'pointwise',
    )
    .option('--variant <name>', `${VARIANTS.join(', ')}; of themes plain, no-genres`, 'plain')
    .option('--pairs <n>', 'as for world run', '5000')
    .option('--seed <text>', 'as for world run', 'run/1')
    .option('--known <file>', 'leave out what this file of scores answers')
    .requiredOption('--out <file>', 'gets a question a line')
    .action(runPrompts);
}
