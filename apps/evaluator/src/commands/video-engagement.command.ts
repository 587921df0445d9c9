import { createRandom } from '@keyart/common';
import { hotShotRecall, LEAST_PLAY_COUNT, PLAYBACK_WORLD, type HotShotRecall } from '@keyart/video';
import type { Command } from 'commander';
import { renderTable } from '../terminal/table';
import { wholeNumberOf } from '../video/whole-number-of';

interface SimulationFlags {
  readonly seed: string;
  readonly videos: string;
  readonly json: boolean;
}

/** What a number of sessions tells of hot shots, over many made-up videos. */
interface SimulationRow {
  readonly sessionCount: number;
  readonly videoCount: number;
  /** Means over the videos. */
  readonly recall: HotShotRecall;
  /** Standard errors of the means. */
  readonly standardError: HotShotRecall;
}

const SESSION_COUNTS = [100, LEAST_PLAY_COUNT, 1_000, 3_000];
const METHODS = ['raw', 'rate', 'shrunken'] as const;

function measure(
  sessionCount: number,
  { seed, videoCount }: { seed: string; videoCount: number },
): SimulationRow {
  const recalls = Array.from({ length: videoCount }, (_, video) =>
    hotShotRecall(
      { ...PLAYBACK_WORLD, sessionCount },
      createRandom(`engagement/${seed}/${sessionCount}/${video}`),
    ),
  );
  const over = (figure: (values: number[]) => number): HotShotRecall => {
    const [raw, rate, shrunken] = METHODS.map((method) => figure(recalls.map((recall) => recall[method])));
    return { raw, rate, shrunken };
  };
  return { sessionCount, videoCount, recall: over(meanOf), standardError: over(standardErrorOf) };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function standardErrorOf(values: readonly number[]): number {
  const mean = meanOf(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
}

function runSimulation({ seed, videos, json }: SimulationFlags): void {
  const videoCount = wholeNumberOf('--videos', videos, { least: 2, most: 10_000 });
  const rows = SESSION_COUNTS.map((count) => measure(count, { seed, videoCount }));
  process.stdout.write(`${json ? JSON.stringify({ seed, world: PLAYBACK_WORLD, rows }) : describe(rows)}\n`);
}

function describe(rows: readonly SimulationRow[]): string {
  const { shotCount, hotShotCount, hotFactor } = PLAYBACK_WORLD;
  const cell = ({ recall, standardError }: SimulationRow, method: (typeof METHODS)[number]): string =>
    `${recall[method].toFixed(3)} ± ${standardError[method].toFixed(3)}`;
  return [
    `hot-shot recall: ${hotShotCount} of ${shotCount} shots are replayed ${hotFactor} times as often, ${rows[0].videoCount} videos a row`,
    renderTable([
      ['sessions', 'raw counts', 'per exposure', 'shrunken'],
      ...rows.map((row) => [String(row.sessionCount), ...METHODS.map((method) => cell(row, method))]),
    ]),
  ].join('\n');
}

/** `keyart video engagement-simulation`; `video` is the command that others of its kind hang on. */
export function addEngagementSimulation(video: Command): void {
  video
    .command('engagement-simulation')
    .description('how well hot shots are found by raw replays, by replays per exposure, and by shrunken ones')
    .option('--seed <text>', 'another seed, other viewers', '1')
    .option('--videos <n>', 'made-up videos a row', '200')
    .option('--json', 'print the figures as JSON', false)
    .action(runSimulation);
}
