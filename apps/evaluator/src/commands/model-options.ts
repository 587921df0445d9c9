import type { Command } from 'commander';
import { promptSettingsOfModel } from '../world/prompt-settings-of-model';
import { modelSourceOf, type ModelSources } from '../world/scored-models';

/** Rankers that are not fitted to the log, as options. */
export interface ModelFlags {
  readonly scores: readonly string[];
  readonly themes: readonly string[];
  readonly student: readonly string[];
  readonly model: string;
}

/** Collects an option that may be given again. */
export function gathered(given: string, all: readonly string[]): string[] {
  return [...all, given];
}

/** Adds the options; each but `--model` may be given again. */
export function addModelOptions(command: Command): Command {
  return command
    .option(
      '--scores <name=file>',
      "a language model's answers about pairs, made by training/score.py",
      gathered,
      [],
    )
    .option('--themes <name=file>', 'the same about themes', gathered, [])
    .option('--student <name=file>', 'a graph made by training/distil.py', gathered, [])
    .option('--model <id>', 'of the manifest, whose prompts were answered', 'smollm2-135m');
}

/** What the options name. @throws InputError `BAD_OPTION` */
export async function sourcesOf({ scores, themes, student, model }: ModelFlags): Promise<ModelSources> {
  return {
    answers: scores.map((given) => modelSourceOf('--scores', given)),
    themed: themes.map((given) => modelSourceOf('--themes', given)),
    students: student.map((given) => modelSourceOf('--student', given)),
    settings: await promptSettingsOfModel(model),
  };
}
