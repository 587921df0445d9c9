import { showProgress } from '@keyart/common';
import type { Command } from 'commander';
import { buildMapFiles } from '../similarity/build-map-files';
import { evaluateSimilarity } from '../similarity/evaluate-similarity';
import { readCorpus, type CorpusFolders } from '../similarity/read-corpus';
import { renderSimilarity } from '../similarity/render-similarity';
import { requireFloors } from '../terminal/require-floors';
import { addMicroGenreCommands } from './micro-genres.command';
import { countOf } from './numeric-option';

interface CorpusFlags extends CorpusFolders {
  readonly seed: string;
  readonly json: boolean;
}

interface BuildFlags extends CorpusFlags {
  readonly count: string;
  readonly out: string;
}

async function runBuild(flags: BuildFlags): Promise<void> {
  const { out, seed } = flags;
  const titles = await readCorpus(flags, { count: countOf('--count', flags.count), seed });
  const progress = showProgress('map');
  const map = await buildMapFiles({ titles, seed, out, onProgress: progress.update });
  progress.done(`${map.titles.length} titles`);
  const regions = map.communities.filter(({ level }) => level === 1);
  const text = [
    `${out}/map.html, map.svg, map.json: ${map.version}, ${map.titles.length} titles in ${regions.length} regions`,
    ...regions.map(
      ({ label, titleCount }) => `  ${titleCount}  ${label || '(nothing in common stands out)'}`,
    ),
  ].join('\n');
  process.stdout.write(`${flags.json ? JSON.stringify({ ...map, titles: map.titles.length }) : text}\n`);
}

async function runEvaluate(flags: CorpusFlags): Promise<void> {
  const progress = showProgress('similarity');
  const found = await evaluateSimilarity({ folders: flags, seed: flags.seed, onProgress: progress.update });
  progress.done('measured');
  process.stdout.write(`${flags.json ? JSON.stringify(found) : renderSimilarity(found)}\n`);
  requireFloors(found.floors);
}

function withCorpus(command: Command): Command {
  return command
    .requiredOption('--wikipedia <dir>', 'Wikipedia film lists, movies-*.json')
    .option('--tmdb <dir>', 'TMDB 5000, whose keywords become tags')
    .option('--seed <text>', 'draws titles, and whatever the method draws', 'map/1')
    .option('--json', 'print what was found as JSON', false);
}

/** `keyart similarity`. */
export function addSimilarityCommands(program: Command): void {
  const similarity = program.command('similarity').description('which titles are alike: maps of catalogues');
  withCorpus(
    similarity
      .command('build')
      .description('the map of a film corpus, as interactive page, picture and JSON'),
  )
    .option('--count <n>', 'titles drawn', '5000')
    .requiredOption('--out <dir>', 'gets map.html, map.svg and map.json')
    .action(runBuild);
  withCorpus(
    similarity
      .command('evaluate')
      .description('genre hits, recall, time of a rebuild; exit code 1 when a floor is missed'),
  ).action(runEvaluate);
  addMicroGenreCommands(similarity);
}
