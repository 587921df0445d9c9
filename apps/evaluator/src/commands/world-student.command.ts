import { InputError, showProgress } from '@keyart/common';
import { templateVersionOf, type PromptSettings } from '@keyart/llm';
import { ViewerTruth, WorldTable, type World, type WorldPair, type WorldRanker } from '@keyart/simulation';
import type { Command } from 'commander';
import { captionVectors } from '../world/caption-vectors';
import { promptSettingsOfModel } from '../world/prompt-settings-of-model';
import { questionOf, type Question } from '../world/questions/question';
import { DEFAULT_QUESTION_COUNTS, questionSets } from '../world/questions/question-sets';
import { readScores, scoredPairs } from '../world/questions/score-file';
import { answeredRanker } from '../world/themes/themed-ranker';
import { writeStudentRows } from '../world/student/write-student-rows';
import { readWorld } from '../world/world-files';
import { countOf } from './numeric-option';

interface StudentRowsFlags {
  readonly world: string;
  readonly scores?: string;
  readonly themes?: string;
  readonly pairs: string;
  readonly model: string;
  readonly seed: string;
  readonly out: string;
  readonly json: boolean;
}

interface TeacherParts {
  readonly world: World;
  readonly settings: PromptSettings;
  readonly pairs: readonly WorldPair[];
}

async function teacherOf(
  { world, settings, pairs }: TeacherParts,
  { scores, themes }: StudentRowsFlags,
): Promise<WorldRanker> {
  if (themes !== undefined) {
    return answeredRanker('teacher', world, { answers: await readScores(themes), file: themes, settings });
  }
  if (scores === undefined)
    throw new InputError('BAD_OPTION', '--scores or --themes: one of them must be given');
  const ask = (pair: WorldPair): Question => questionOf({ world, settings }, pair);
  return scoredPairs(pairs, { answers: await readScores(scores), file: scores, ask }).ranker('teacher');
}

async function runStudentRows(flags: StudentRowsFlags): Promise<void> {
  const { world: folder, model, seed, out, json } = flags;
  const counts = { ...DEFAULT_QUESTION_COUNTS, unlabelled: countOf('--pairs', flags.pairs) };
  const world = await readWorld(folder);
  const settings = await promptSettingsOfModel(model);
  const sets = questionSets(world, new ViewerTruth(world), { counts, seed });
  const pairs = [...sets.logged, ...sets.unlabelled];
  const teacher = await teacherOf({ world, settings, pairs }, flags);
  const progress = showProgress('student rows');
  const { embeddings, model: captionModel } = await captionVectors(world, progress.update);
  const table = new WorldTable(world, embeddings);
  const manifest = await writeStudentRows(out, {
    table,
    teacher,
    pairs,
    captionModel,
    taughtBy: { name: model, templateVersion: templateVersionOf(settings) },
  });
  progress.done(`${manifest.pairCount} pairs, ${manifest.rowCount} pictures`);
  process.stdout.write(`${json ? JSON.stringify(manifest) : `next: training/distil.py --rows ${out}`}\n`);
}

/** `keyart world student-rows`. */
export function addWorldStudentCommand(world: Command): void {
  world
    .command('student-rows')
    .description("a language model's scores beside what a small network sees, for training/distil.py")
    .requiredOption('--world <dir>', 'made by world build')
    .option('--scores <file>', "the teacher's answers about pairs, made by training/score.py")
    .option('--themes <file>', 'the same about themes')
    .option('--pairs <n>', 'training viewers before titles, beside those of the log', '6000')
    .option('--model <id>', 'of the manifest, whose prompts were answered', 'smollm2-135m')
    .option('--seed <text>', 'as for world prompts', 'run/1')
    .requiredOption('--out <dir>', 'gets manifest.json and the numbers')
    .option('--json', 'print the manifest as JSON', false)
    .action(runStudentRows);
}
