import { showProgress } from '@keyart/common';
import { ViewerTruth, WorldTable } from '@keyart/simulation';
import type { Command } from 'commander';
import { captionVectors } from '../world/caption-vectors';
import { promptSettingsOfModel } from '../world/prompt-settings-of-model';
import { questionOf } from '../world/questions/question';
import { DEFAULT_QUESTION_COUNTS, questionSets } from '../world/questions/question-sets';
import { readScores, scoredPairs } from '../world/questions/score-file';
import { writeStudentRows } from '../world/student/write-student-rows';
import { readWorld } from '../world/world-files';

interface StudentRowsFlags {
  readonly world: string;
  readonly scores: string;
  readonly model: string;
  readonly seed: string;
  readonly out: string;
  readonly json: boolean;
}

async function runStudentRows({
  world: folder,
  scores,
  model,
  seed,
  out,
  json,
}: StudentRowsFlags): Promise<void> {
  const world = await readWorld(folder);
  const settings = await promptSettingsOfModel(model);
  const sets = questionSets(world, new ViewerTruth(world), { counts: DEFAULT_QUESTION_COUNTS, seed });
  const pairs = [...sets.logged, ...sets.unlabelled];
  const answers = await readScores(scores);
  const scored = scoredPairs(pairs, {
    ...{ answers, file: scores },
    ask: (pair) => questionOf({ world, settings }, pair),
  });
  const progress = showProgress('student rows');
  const { embeddings, model: captionModel } = await captionVectors(world, progress.update);
  const table = new WorldTable(world, embeddings);
  const manifest = await writeStudentRows(out, {
    table,
    teacher: scored.ranker('teacher'),
    pairs,
    captionModel,
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
    .requiredOption('--scores <file>', "the teacher's answers, made by training/score.py")
    .option('--model <id>', 'of the manifest, whose prompts were answered', 'smollm2-135m')
    .option('--seed <text>', 'as for world prompts', 'run/1')
    .requiredOption('--out <dir>', 'gets manifest.json and the numbers')
    .option('--json', 'print the manifest as JSON', false)
    .action(runStudentRows);
}
