import { InputError, projectVersion, showProgress } from '@keyart/common';
import { FORMULATIONS } from '@keyart/contracts';
import { withAnalysis } from '@keyart/decision-log';
import { TEMPLATE_NAMES } from '@keyart/llm';
import { RECIPES, STAGES } from '@keyart/training-export';
import type { Command } from 'commander';
import { commandLine } from '../evaluation/provenance';
import { exportTraining } from '../training/export-training';
import { renderTrainingExport } from '../training/render-training-export';
import { trainingOptionsOf, type TrainingFlags } from '../training/training-flags';
import { writeStageRows } from '../training/write-stage-rows';
import { promptSettingsOfModel } from '../world/prompt-settings-of-model';
import { readWorld } from '../world/world-files';
import { countOf } from './numeric-option';

async function runExport(flags: TrainingFlags): Promise<void> {
  const progress = showProgress('training rows');
  const options = await trainingOptionsOf(flags, {
    ...{ version: projectVersion(), command: commandLine(), now: new Date() },
    onProgress: (fraction, doing) => progress.update(fraction, doing),
  });
  const manifest = await withAnalysis((analysis) => exportTraining(analysis, options));
  progress.done(`${manifest.counts.train.rowCount} rows to train on`);
  const text = flags.json ? JSON.stringify(manifest) : renderTrainingExport(manifest, flags.out);
  process.stdout.write(`${text}\n`);
}

interface StagesFlags {
  readonly world: string;
  readonly stage: string;
  readonly model: string;
  readonly rows: string;
  readonly out: string;
  readonly seed: string;
  readonly json: boolean;
}

/** Enough for a learning curve whose points differ by .05 of the gap. */
const JUDGED_ROW_COUNT = 200;

async function runStages({ world, stage, model, rows, out, seed, json }: StagesFlags): Promise<void> {
  const known = STAGES.find((one) => one === stage);
  if (!known) throw new InputError('BAD_OPTION', `--stage ${stage}: must be ${STAGES.join(' or ')}`);
  const train = countOf('--rows', rows);
  const manifest = await writeStageRows(await readWorld(world), {
    ...{ stage: known, settings: await promptSettingsOfModel(model), seed, out },
    rowCounts: { train, validation: JUDGED_ROW_COUNT, test: JUDGED_ROW_COUNT },
  });
  const text = `${out}: ${train} rows of ${stage}, ${manifest.template.version}`;
  process.stdout.write(`${json ? JSON.stringify(manifest) : text}\n`);
}

/** `keyart training`. */
export function addTrainingCommands(program: Command): void {
  const training = program.command('training').description('rows that a ranker is trained on');
  addStages(training);
  addExport(training);
}

function addStages(training: Command): void {
  training
    .command('stages')
    .description('noise-free rows that need no log: what pictures show, and whom it suits')
    .requiredOption('--world <dir>', 'made by world build')
    .requiredOption('--stage <name>', STAGES.join(' or '))
    .option('--model <id>', 'of the manifest, whose prompts they are', 'smollm2-135m')
    .option('--rows <n>', 'to train on', '20000')
    .requiredOption('--out <dir>', 'gets train.jsonl, validation.jsonl, test.jsonl and manifest.json')
    .option('--seed <text>', 'draws the rows', 'stages/1')
    .option('--json', 'print the manifest as JSON', false)
    .action(runStages);
}

function addExport(training: Command): void {
  training
    .command('export')
    .description('training rows from logged decisions, weighted by propensity, split by member and time')
    .requiredOption('--log <file>', '.parquet, .csv, .jsonl or .ndjson')
    .option('--context <dir>', 'titles.jsonl, artworks.jsonl, viewers.jsonl: what the log does not hold')
    .option('--world <dir>', 'the same, of a simulated world')
    .requiredOption('--recipe <name>', RECIPES.join(', '))
    .requiredOption('--formulation <name>', FORMULATIONS.join(' or '))
    .requiredOption('--template <name>', TEMPLATE_NAMES.join(', '))
    .requiredOption('--out <dir>', 'gets train.jsonl, validation.jsonl and manifest.json')
    .option('--max-weight <x>', 'largest 1 / propensity', '10')
    .option('--history-tokens <n>', "cap of the viewer's history; else as the models of the template have it")
    .option('--max-tokens <n>', 'leave longer rows out; else what the models of the template see at once')
    .option('--never-shown-weight <x>', 'what a picture nobody was shown counts as a negative', '0.25')
    .option('--similarity <x>', 'pairs: least cosine of tastes that are of a kind', '0.5')
    .option('--no-negatives', 'pointwise: no rows of what was shown and not taken')
    .option('--rationales <file>', "sft-reasoning: a teacher's, as JSON lines of decision_id and rationale")
    .option('--cut <date>', 'training members: nothing from then on, UTC')
    .option(
      '--time-share <x>',
      'the same by the latest decisions, this share of all; 0.1 unless said otherwise',
    )
    .option('--validation-share <x>', 'of the members, where the context marks none as held out', '0.1')
    .option('--holdout <file>', 'manifest of a holdout: nothing that it keeps is exported')
    .option('--seed <text>', 'draws the order of options, losing pictures and validation members', '1')
    .option('--map <pairs>', 'what columns are called, e.g. action=item_id')
    .option('--quarantine <file>', 'write rows that are wrong there and go on without them')
    .option('--json', 'print the manifest as JSON', false)
    .action(runExport);
}
