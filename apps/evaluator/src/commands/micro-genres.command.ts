import { InputError } from '@keyart/common';
import type { Command } from 'commander';
import { PRECISION_FLOOR, precisionOfJudged } from '../similarity/judged-memberships';
import { measureMicroGenres, type MicroGenreMeasurement } from '../similarity/measure-micro-genres';
import { readCorpus, type CorpusFolders } from '../similarity/read-corpus';
import { renderMicroGenre, renderMicroGenres } from '../similarity/render-micro-genres';
import { GateFailedError } from '../terminal/gate-failed-error';
import { countOf } from './numeric-option';

interface MicroGenreFlags extends CorpusFolders {
  readonly seed: string;
  readonly json: boolean;
  readonly count?: string;
  readonly show?: string;
  readonly sample?: string;
}

const EXAMPLE_COUNT = 5;
const SHOWN_COUNT = 60;

function printOne(measured: MicroGenreMeasurement, slug: string, isJson: boolean): void {
  const found = measured.microGenres.find((one) => one.slug === slug);
  if (!found) throw new InputError('UNKNOWN_MICRO_GENRE', `--show ${slug}: no micro-genre of these titles`);
  process.stdout.write(`${isJson ? JSON.stringify(found) : renderMicroGenre(found)}\n`);
}

async function runMicroGenres(flags: MicroGenreFlags): Promise<void> {
  const { seed, json, show } = flags;
  const count = flags.count === undefined ? undefined : countOf('--count', flags.count);
  const sampleCount = flags.sample === undefined ? 0 : countOf('--sample', flags.sample);
  const titles = await readCorpus(flags, { count, seed });
  const exampleCount = show === undefined ? EXAMPLE_COUNT : titles.length;
  const measured = measureMicroGenres({ titles, seed, sampleCount, exampleCount });
  if (show !== undefined) return printOne(measured, show, json);
  process.stdout.write(`${json ? JSON.stringify(measured) : renderMicroGenres(measured, SHOWN_COUNT)}\n`);
  if (!measured.isMet)
    throw new GateFailedError(
      `${measured.coverage.toFixed(4)} of the titles are in a micro-genre, at least ${measured.floor} wanted`,
    );
}

async function runJudged(file: string, { json }: { readonly json: boolean }): Promise<void> {
  const precision = await precisionOfJudged(file);
  const { fraction, hitCount, totalCount, interval } = precision;
  const [lower, upper] = interval.map((end) => end.toFixed(3));
  const text = `${hitCount} of ${totalCount} memberships are right: precision ${(fraction ?? 0).toFixed(3)}, 95% interval ${lower} to ${upper}, at least ${PRECISION_FLOOR} wanted`;
  process.stdout.write(`${json ? JSON.stringify(precision) : text}\n`);
  if (fraction === null || fraction < PRECISION_FLOOR) throw new GateFailedError(text);
}

/** `keyart similarity micro-genres` and `keyart similarity judged`. */
export function addMicroGenreCommands(similarity: Command): void {
  similarity
    .command('micro-genres')
    .description('micro-genres of a film corpus; exit code 1 when less than 80% of the titles are in one')
    .requiredOption('--wikipedia <dir>', 'Wikipedia film lists, movies-*.json')
    .option('--tmdb <dir>', 'TMDB 5000, whose keywords become tags')
    .option('--count <n>', 'titles drawn; default: all')
    .option('--seed <text>', 'draws titles and the sample', 'micro-genres/1')
    .option('--show <slug>', 'one micro-genre with all its titles')
    .option('--sample <n>', 'memberships drawn at random, with their evidence')
    .option('--json', 'print what was found as JSON', false)
    .action(runMicroGenres);
  similarity
    .command('judged')
    .argument('<file>', 'judged memberships, e.g. docs/insights/micro-genre-memberships.json')
    .description('precision of memberships that a reader has judged; exit code 1 below 0.9')
    .option('--json', 'print it as JSON', false)
    .action(runJudged);
}
