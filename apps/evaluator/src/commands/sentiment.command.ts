import { writeFile } from 'node:fs/promises';
import { InputError, showProgress } from '@keyart/common';
import { LinearEngine, SENTIMENT_MODEL_FOLDER } from '@keyart/sentiment';
import type { Command } from 'commander';
import { crossValidate, evaluatePolarity, evaluateTones } from '../sentiment/evaluate-sentiment';
import type { PolarityFigures } from '../sentiment/judge-polarity';
import type { ToneFigures } from '../sentiment/judge-tones';
import { readPolarityRows, readRottenTomatoes } from '../sentiment/read-polarity-rows';
import { readToneRows } from '../sentiment/read-tone-rows';
import { renderPolarity, renderTitles, renderTones } from '../sentiment/render-sentiment';
import { trainModel } from '../sentiment/train-model';

interface TrainFlags {
  readonly imdb: string;
  readonly goemotions: string;
  readonly out: string;
  readonly seed: string;
}

interface EvaluateFlags {
  readonly imdb?: string;
  readonly goemotions?: string;
  readonly rt?: string;
  readonly engine: string;
  readonly model: string;
  readonly seed: string;
  readonly json?: string | true;
}

const ENGINES = ['linear'] as const;

async function runTrain({ imdb, goemotions, out, seed }: TrainFlags): Promise<void> {
  const [polarity, tones] = await Promise.all([readPolarityRows(imdb), readToneRows(goemotions)]);
  const progress = showProgress('sentiment');
  const report = await trainModel({ polarity, tones, out, seed }, progress.update);
  progress.done(`${out}: ${(report.byteCount / 1e6).toFixed(2)} MB`);
  process.stdout.write(
    `${renderPolarity('held out in turn, titles apart', report.polarity)}\n${renderTitles(report.titles)}\n\n${renderTones('held out in turn', report.tones)}\n`,
  );
}

/** What is printed: a report for people, or the figures. */
async function print(
  figures: PolarityFigures | ToneFigures,
  text: string,
  flags: EvaluateFlags,
): Promise<void> {
  if (flags.json === undefined) {
    process.stdout.write(`${text}\n`);
    return;
  }
  const { accuracy, macroF1, ece, interval, n, classes } = figures;
  const spearman = 'spearman' in figures ? figures.spearman : null;
  const said = { engine: flags.engine, accuracy, macroF1, ece, spearman, interval, n, classes };
  const json = `${JSON.stringify(said)}\n`;
  if (flags.json === true || flags.json === '-') process.stdout.write(json);
  else await writeFile(flags.json, json);
}

async function runEvaluate(flags: EvaluateFlags): Promise<void> {
  const { imdb, goemotions, rt, engine, seed } = flags;
  if (!(ENGINES as readonly string[]).includes(engine))
    throw new InputError('BAD_OPTION', `--engine: "${engine}" is not one of ${ENGINES.join(', ')}`);
  if ([imdb, goemotions, rt].filter((file) => file !== undefined).length !== 1)
    throw new InputError('BAD_OPTION', '--imdb, --goemotions, --rt: give one of them');
  if (rt !== undefined) {
    const found = crossValidate(await readRottenTomatoes(rt), seed);
    return print(
      found,
      renderPolarity('sentences of reviews, 10 folds, trained on them alone', found),
      flags,
    );
  }
  const opened = await LinearEngine.open(flags.model);
  const heading = `${engine} (${opened.version})`;
  if (goemotions !== undefined) {
    const found = await evaluateTones(opened, await readToneRows(goemotions), seed);
    return print(found, renderTones(`${heading}, ${goemotions}`, found), flags);
  }
  const rows = await readPolarityRows(imdb ?? '');
  const progress = showProgress('sentiment');
  const found = await evaluatePolarity(opened, rows, progress.update);
  progress.done(`${rows.length} texts read`);
  return print(found, renderPolarity(`${heading}, ${imdb}`, found), flags);
}

/** `keyart sentiment`. */
export function addSentimentCommands(program: Command): void {
  const sentiment = program.command('sentiment').description('what viewers feel, read off their reviews');
  sentiment
    .command('train')
    .description('train the linear engine on all rows given; figures are of rows held out in turn')
    .requiredOption(
      '--imdb <file>',
      'tab-separated reviews with columns label, id, stars, text; title if there is one',
    )
    .requiredOption('--goemotions <file>', 'tab-separated comments with labels of GoEmotions')
    .option('--out <dir>', 'where the model goes', SENTIMENT_MODEL_FOLDER)
    .option('--seed <text>', 'draws folds and the order of texts', 'sentiment/1')
    .action(runTrain);
  sentiment
    .command('evaluate')
    .description('judge an engine by texts whose side or labels are known; every row counts')
    .option('--imdb <file>', 'tab-separated, plain or gzip, columns label, id, stars, text')
    .option('--goemotions <file>', 'tab-separated comments with labels')
    .option('--rt <dir>', 'rt-polarity.pos and .neg: the method, trained on them in ten folds')
    .option('--engine <name>', 'linear', 'linear')
    .option('--model <dir>', 'the linear engine', SENTIMENT_MODEL_FOLDER)
    .option('--seed <text>', 'draws folds and bootstraps', 'sentiment/1')
    .option('--json [file]', 'figures as JSON, to a file or - for the terminal')
    .action(runEvaluate);
}
