import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { InputError, showProgress } from '@keyart/common';
import type { World } from '@keyart/simulation';
import type { Command } from 'commander';
import { promptSettingsOfModel } from '../world/prompt-settings-of-model';
import { readScores } from '../world/questions/score-file';
import { renderAblation } from '../world/render-ablation';
import { runAblations } from '../world/run-ablations';
import { modelSourceOf } from '../world/scored-models';
import { ablatedThemes } from '../world/themes/ablated-themes';
import { answeredThemes, type ThemeAnswers } from '../world/themes/theme-answers';
import { readWorld } from '../world/world-files';
import { gathered } from './model-options';
import { countOf } from './numeric-option';

interface AblateFlags {
  readonly world: string;
  readonly themes: string;
  readonly bare?: string;
  readonly beside: readonly string[];
  readonly pairs: string;
  readonly model: string;
  readonly seed: string;
  readonly json: boolean;
}

const ABLATION_FILE = 'ablation.json';

async function run(flags: AblateFlags): Promise<void> {
  const pairCount = countOf('--pairs', flags.pairs);
  const beside = flags.beside.map((given) => modelSourceOf('--beside', given));
  const world: World = await readWorld(flags.world);
  const settings = await promptSettingsOfModel(flags.model);
  const read = async (file: string): Promise<ThemeAnswers> => ({
    answers: await readScores(file),
    file,
    settings,
  });
  const progress = showProgress('ablations');
  const bare = flags.bare === undefined ? null : await read(flags.bare);
  const themes = new Map(Object.entries(ablatedThemes(world, await read(flags.themes), bare)));
  for (const { name, file } of beside) {
    if (themes.has(name)) throw new InputError('BAD_OPTION', `--beside ${name}=…: the name is taken`);
    themes.set(name, answeredThemes(world, await read(file)));
  }
  const found = runAblations(world, themes, { pairCount, seed: flags.seed });
  const file = path.join(flags.world, ABLATION_FILE);
  await writeFile(file, `${JSON.stringify(found, null, 2)}\n`);
  progress.done(file);
  process.stdout.write(`${flags.json ? JSON.stringify(found) : renderAblation(found)}\n`);
}

/** `keyart world ablate`. */
export function addWorldAblateCommand(world: Command): void {
  world
    .command('ablate')
    .description('a language model with something kept from it, and beside what it was before')
    .requiredOption('--world <dir>', 'made by world build; gets ablation.json')
    .requiredOption('--themes <file>', 'its answers, made by training/score.py')
    .option('--bare <file>', 'its answers to world prompts --formulation themes --variant no-genres')
    .option(
      '--beside <name=file>',
      'answers of another state of it, such as a checkpoint; may be given again',
      gathered,
      [],
    )
    .option('--pairs <n>', 'held-out viewers before titles, of each kind', '1000')
    .option('--model <id>', 'of the manifest, whose prompts were answered', 'smollm2-135m')
    .option('--seed <text>', 'as for world prompts', 'run/1')
    .option('--json', 'print what was found as JSON', false)
    .action(run);
}
