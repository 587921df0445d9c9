import { projectVersion, showProgress } from '@keyart/common';
import type { Command } from 'commander';
import { renderShifts } from '../shifts/render-shifts';
import { shiftFloors } from '../shifts/shift-floors';
import { simulateBombing } from '../shifts/simulate-bombing';
import { simulateDelays } from '../shifts/simulate-delay';
import { simulateDrop } from '../shifts/simulate-drop';
import { simulatePlants } from '../shifts/simulate-plants';
import { simulateQuiet } from '../shifts/simulate-quiet';
import { simulateRunLength } from '../shifts/simulate-run-length';
import { requireFloors } from '../terminal/require-floors';
import { countOf, numberOf } from './numeric-option';

interface SimulateFlags {
  readonly runs: string;
  readonly plants: string;
  readonly stories: string;
  readonly threshold: string;
  readonly falseShare: string;
  readonly seed: string;
  readonly json: boolean;
}

const [SMALL_THRESHOLD, LARGE_THRESHOLD] = [5, 8] as const;
/** A run at the large threshold is twenty times as long. */
const LARGE_RUNS_FRACTION = 0.25;

function runSimulate(flags: SimulateFlags): void {
  const { seed } = flags;
  const runCount = countOf('--runs', flags.runs);
  const [plantedCount, titleCount] = [countOf('--plants', flags.plants), countOf('--stories', flags.stories)];
  const threshold = numberOf('--threshold', flags.threshold, [1, 20]);
  const falseShare = numberOf('--false-share', flags.falseShare, [0.0001, 0.5]);
  const progress = showProgress('shifts');
  const part =
    (from: number, to: number, note: string) =>
    (fraction: number): void =>
      progress.update(from + (to - from) * fraction, note);
  const runLength = (own: number, count: number, report: (fraction: number) => void) =>
    simulateRunLength({ threshold: own, runCount: Math.max(2, count), seed, progress: report });
  const watch = { threshold, falseShare, seed };
  const figures = {
    runLengths: [
      runLength(SMALL_THRESHOLD, runCount, part(0, 0.15, 'false alarms')),
      runLength(LARGE_THRESHOLD, Math.round(runCount * LARGE_RUNS_FRACTION), part(0.15, 0.7, 'false alarms')),
    ],
    quiet: simulateQuiet(threshold, seed),
    delays: simulateDelays([SMALL_THRESHOLD, LARGE_THRESHOLD], seed),
    drop: simulateDrop(threshold, seed),
    plants: simulatePlants({ ...watch, plantedCount, progress: part(0.75, 0.9, 'planted shifts') }),
    bombing: simulateBombing({ ...watch, titleCount, progress: part(0.9, 1, 'planted bombing') }),
  };
  progress.done('measured');
  const floors = shiftFloors(figures);
  const found = {
    ...{ schema: 'shift-simulation/1', seed, softwareVersion: projectVersion(), threshold, falseShare },
    ...{ ...figures, floors },
  } as const;
  process.stdout.write(`${flags.json ? JSON.stringify(found) : renderShifts(found)}\n`);
  requireFloors(floors);
}

/** `keyart shifts`. */
export function addShiftCommands(program: Command): void {
  const shifts = program.command('shifts').description('when what reviewers say of a title changes');
  shifts
    .command('simulate')
    .description(
      'false alarms, delays, planted shifts and bombing in simulated reviews; exit code 1 when a floor is missed',
    )
    .option('--runs <n>', 'streams without a shift, each until its first alarm; a quarter at h = 8', '2000')
    .option('--plants <n>', 'shifts planted in reviews of many titles', '200')
    .option('--stories <n>', 'titles that are bombed, or something else happens to', '200')
    .option('--threshold <h>', 'of the detectors that look for what is planted', '5')
    .option('--false-share <fraction>', 'false ones among the alarms that pass the screening', '0.05')
    .option('--seed <text>', 'draws all of it', 'shifts/1')
    .option('--json', 'print what was found as JSON', false)
    .action(runSimulate);
}
