import { writeFile } from 'node:fs/promises';
import { audienceModelFile, backtestAudience, fitAudienceModel, regionsOf } from '@keyart/audience';
import { InputError, showProgress, SystemClock } from '@keyart/common';
import type { Command } from 'commander';
import { backtestFloors } from '../audience/backtest-floors';
import type { LaunchFolders } from '../audience/launch-rows';
import { readLaunches } from '../audience/read-launches';
import { renderBacktest, renderJoin } from '../audience/render-backtest';
import { withAudienceModels } from '../audience/with-audience-models';
import type { OpenDatabase } from '../open-database';
import { requireFloors } from '../terminal/require-floors';

interface LaunchFlags extends LaunchFolders {
  readonly seed: string;
  readonly json: boolean;
}

interface FitFlags extends LaunchFlags {
  readonly out?: string;
  readonly import: boolean;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function dayOf(option: string, text: string): string {
  if (DAY.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw new InputError('BAD_OPTION', `${option} ${text}: must be a day, YYYY-MM-DD`);
}

function print(json: boolean, value: unknown, text: string): void {
  process.stdout.write(`${json ? JSON.stringify(value) : text}\n`);
}

async function runBacktest({ json, seed, ...flags }: LaunchFlags & { testFrom: string }): Promise<void> {
  const testFrom = dayOf('--test-from', flags.testFrom);
  const progress = showProgress('audience');
  const { data, catalogue, join } = await readLaunches(flags);
  progress.update(0.1, `${data.titles.length} launches`);
  const backtest = backtestAudience({ data, catalogue, testFrom, seed });
  progress.done('measured');
  const floors = backtestFloors(backtest);
  print(json, { ...backtest, join, floors }, renderBacktest(backtest, join, floors));
  requireFloors(floors);
}

async function runFit(flags: FitFlags, openDatabase: OpenDatabase): Promise<void> {
  const { json, seed, out } = flags;
  if (out === undefined && !flags.import)
    throw new InputError('BAD_OPTION', 'where to? --out FILE, --import, or both');
  const progress = showProgress('audience');
  const { data, catalogue, join } = await readLaunches(flags);
  progress.update(0.2, `${data.titles.length} launches`);
  const model = fitAudienceModel(data, { catalogue, seed });
  const text = JSON.stringify(audienceModelFile(model));
  progress.done('fitted');
  if (out !== undefined) await writeFile(out, `${text}\n`);
  if (flags.import)
    await withAudienceModels(openDatabase, (models) =>
      models.serve(model, new Date(new SystemClock().nowMs())),
    );
  const { version, fit } = model;
  const regions = [...regionsOf(model)].map(([name, countries]) => ({ name, countries }));
  const told = [
    renderJoin(join),
    `${version}: ${fit.titleCount} launches from ${fit.from} to ${fit.until}, ${fit.cellCount} markets, ${(text.length / 1e6).toFixed(1)} MB`,
    ...regions.map(({ name, countries }) => `  ${name}: ${countries.join(' ')}`),
    ...(flags.import ? ['it serves'] : []),
  ].join('\n');
  print(json, { version, ...fit, sizeBytes: text.length, regions, join }, told);
}

function withFolders(command: Command): Command {
  return command
    .requiredOption('--top10 <dir>', 'weekly charts by country, countries_*.tsv.gz')
    .requiredOption('--titles <dir>', 'the catalogue, netflix_titles.csv')
    .option('--seed <text>', 'draws whatever the method draws', 'audience/1')
    .option('--json', 'print what was found as JSON', false);
}

/** `keyart audience`. */
export function addAudienceCommands(program: Command, openDatabase: OpenDatabase): void {
  const audience = program.command('audience').description('in which countries titles find their audience');
  withFolders(
    audience
      .command('backtest')
      .description('forecasts of later launches from earlier ones; exit code 1 when a floor is missed'),
  )
    .option('--test-from <day>', 'launches from that day on are the test', '2022-01-01')
    .action(runBacktest);
  withFolders(
    audience
      .command('fit')
      .description('fit the model on all launches, as a file or into the registry, where it serves'),
  )
    .option('--out <file>', 'gets the model as JSON')
    .option('--import', 'put it into service', false)
    .action((flags: FitFlags) => runFit(flags, openDatabase));
}
