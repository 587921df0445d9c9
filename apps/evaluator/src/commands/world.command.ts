import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { InputError, messageOf, showProgress } from '@keyart/common';
import {
  buildWorld,
  DEFAULT_KNOBS,
  DEFAULT_SETTINGS,
  generateSource,
  type WorldKnobs,
} from '@keyart/simulation';
import type { Command } from 'commander';
import type { OpenService } from '../open-service';
import { readSource } from '../world/read-source';
import { renderWorldPage, renderWorldRun } from '../world/render-world';
import { runWorld, type WorldRun } from '../world/run-world';
import { openModels } from '../world/scored-models';
import { readWorld, writeWorld } from '../world/world-files';
import { writeLog } from '../world/write-log';
import { addModelOptions, sourcesOf, type ModelFlags } from './model-options';
import { countOf, numberOf } from './numeric-option';
import { addWorldAblateCommand } from './world-ablate.command';
import { addWorldInsightsCommand } from './world-insights.command';
import { addWorldNullCommand } from './world-null.command';
import { addWorldResultsCommand } from './world-results.command';
import { addWorldPromptsCommand } from './world-prompts.command';
import { addWorldServeCommand } from './world-serve.command';
import { addWorldStudentCommand } from './world-student.command';

interface BuildFlags {
  readonly movielens?: string;
  readonly tmdb?: string;
  readonly wikipedia?: string;
  readonly out: string;
  readonly seed: string;
  readonly titles: string;
  readonly tasteWeight: string;
  readonly qualityWeight: string;
  readonly misleadingWeight: string;
  readonly noise: string;
  readonly wrongCaptions: string;
  readonly drift: string;
  readonly json: boolean;
}

interface RunFlags extends ModelFlags {
  readonly world: string;
  readonly decisions: string;
  readonly pairs: string;
  readonly seed: string;
  readonly json: boolean;
}

interface ReportFlags {
  readonly world: string;
  readonly html?: string;
  readonly json: boolean;
}

const [RUN_FILE, LOG_FILE] = ['run.json', 'log.parquet'] as const;

function knobsOf(flags: BuildFlags): WorldKnobs {
  return {
    ...DEFAULT_KNOBS,
    tasteWeight: numberOf('--taste-weight', flags.tasteWeight, [0, 10]),
    qualityWeight: numberOf('--quality-weight', flags.qualityWeight, [0, 10]),
    misleadingWeight: numberOf('--misleading-weight', flags.misleadingWeight, [0, 10]),
    noiseFraction: numberOf('--noise', flags.noise, [0, 0.9]),
    wrongCaptionFraction: numberOf('--wrong-captions', flags.wrongCaptions, [0, 1]),
    drift: numberOf('--drift', flags.drift, [0, 5]),
  };
}

async function runBuild(flags: BuildFlags): Promise<void> {
  const { movielens, tmdb, wikipedia, seed, out } = flags;
  const given = [movielens, tmdb, wikipedia].filter((folder) => folder !== undefined).length;
  if (given !== 0 && given !== 3)
    throw new InputError(
      'BAD_OPTION',
      '--movielens, --tmdb and --wikipedia: all of them, or none for a stand-in',
    );
  const settings = {
    ...DEFAULT_SETTINGS,
    seed,
    titleCount: countOf('--titles', flags.titles),
    knobs: knobsOf(flags),
  };
  const source =
    movielens && tmdb && wikipedia ? await readSource({ movielens, tmdb, wikipedia }) : generateSource(seed);
  const manifest = await writeWorld(out, buildWorld(source, settings));
  const counts = Object.entries(manifest.counts).map(([name, count]) => `${name} ${count}`);
  const text = `${out}: ${manifest.source}; ${counts.join(', ')}\nnext: keyart world run --world ${out}`;
  process.stdout.write(`${flags.json ? JSON.stringify(manifest) : text}\n`);
}

async function runRun(flags: RunFlags): Promise<void> {
  const options = {
    decisionCount: countOf('--decisions', flags.decisions),
    pairCount: countOf('--pairs', flags.pairs),
  };
  const world = await readWorld(flags.world);
  const progress = showProgress('world');
  const { run, decisions } = await runWorld(world, {
    ...options,
    seed: flags.seed,
    progress: progress.update,
    models: await openModels(world, await sourcesOf(flags)),
  });
  await writeLog(path.join(flags.world, LOG_FILE), world, decisions);
  await writeFile(path.join(flags.world, RUN_FILE), `${JSON.stringify(run, null, 2)}\n`);
  progress.done(`${decisions.length} decisions in ${path.join(flags.world, LOG_FILE)}`);
  process.stdout.write(`${flags.json ? JSON.stringify(run) : renderWorldRun(run)}\n`);
}

async function readRun(folder: string): Promise<WorldRun> {
  const file = path.join(folder, RUN_FILE);
  try {
    return JSON.parse(await readFile(file, 'utf8')) as WorldRun;
  } catch (error) {
    throw new InputError('BAD_WORLD', `${file}: ${messageOf(error)}; make it by keyart world run`, {
      cause: error,
    });
  }
}

async function runReport({ world, html, json }: ReportFlags): Promise<void> {
  const run = await readRun(world);
  if (html !== undefined) await writeFile(html, renderWorldPage(run));
  process.stdout.write(`${json ? JSON.stringify(run) : renderWorldRun(run)}\n`);
}

/** `keyart world`. */
export function addWorldCommands(program: Command, openService: OpenService): void {
  const world = program
    .command('world')
    .description('a world with known truth, to judge rankers and estimators in');
  const { tasteWeight, qualityWeight, misleadingWeight, noiseFraction, wrongCaptionFraction, drift } =
    DEFAULT_KNOBS;
  world
    .command('build')
    .description(
      'viewers, titles, pictures and the truth about them, from real histories or a generated stand-in',
    )
    .option('--movielens <dir>', 'MovieLens latest-small')
    .option('--tmdb <dir>', 'TMDB 5000')
    .option('--wikipedia <dir>', 'Wikipedia film lists, movies-*.json')
    .requiredOption('--out <dir>', 'gets world.json and what goes with it')
    .option('--seed <text>', 'equal seeds give equal worlds', DEFAULT_SETTINGS.seed)
    .option('--titles <n>', 'the most rated films', String(DEFAULT_SETTINGS.titleCount))
    .option('--taste-weight <w>', "what a viewer's own taste counts", String(tasteWeight))
    .option('--quality-weight <u>', "what a picture's quality counts", String(qualityWeight))
    .option(
      '--misleading-weight <m>',
      'what a promise the film does not keep costs',
      String(misleadingWeight),
    )
    .option('--noise <x>', 'share of takes that have nothing to do with it all', String(noiseFraction))
    .option('--wrong-captions <x>', 'share of captions that are wrong', String(wrongCaptionFraction))
    .option('--drift <x>', 'how far general taste moves, logits', String(drift))
    .option('--json', 'print the manifest as JSON', false)
    .action(runBuild);
  addWorldPromptsCommand(world);
  addWorldStudentCommand(world);
  addWorldAblateCommand(world);
  addWorldInsightsCommand(world);
  addWorldNullCommand(world);
  addWorldResultsCommand(world);
  addWorldServeCommand(world, openService);
  const run = world
    .command('run')
    .description('simulate the log, fit the rankers to it, compare them by the truth')
    .requiredOption('--world <dir>', 'made by world build; gets log.parquet and run.json')
    .option('--decisions <n>', 'of the log', '110000')
    .option('--pairs <n>', 'held-out viewers before titles, of each kind', '5000')
    .option('--seed <text>', 'draws log and pairs', 'run/1');
  addModelOptions(run).option('--json', 'print the run as JSON', false).action(runRun);
  world
    .command('report')
    .description('the table of a run, as text, page or JSON')
    .requiredOption('--world <dir>', 'in which world run was run')
    .option('--html <file>', 'write a self-contained page')
    .option('--json', 'print the run as JSON', false)
    .action(runReport);
}
