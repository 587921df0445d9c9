import { writeFile } from 'node:fs/promises';
import { createRandom, projectVersion, showProgress } from '@keyart/common';
import { fitSegments, simulateViewers } from '@keyart/segments';
import type { Command } from 'commander';
import { drawSegments } from '../segments/draw-segments';
import { measureNames } from '../segments/measure-names';
import { measureNullWorlds } from '../segments/measure-null-worlds';
import { measureRecovery, PLANTED_SEPARATION } from '../segments/measure-recovery';
import { renderSegments } from '../segments/render-segments';
import { segmentFloors } from '../segments/segment-floors';
import { requireFloors } from '../terminal/require-floors';
import { countOf } from './numeric-option';

interface SimulateFlags {
  readonly viewers: string;
  readonly draws: string;
  readonly refits: string;
  readonly nulls: string;
  readonly seed: string;
  readonly picture?: string;
  readonly json: boolean;
}

/** Shares of the time that the three parts take. */
const [RECOVERY_END, NAMES_END] = [0.55, 0.75] as const;

const PICTURE_EVENTS = [10, 10] as const;

/** The segments of one made-up population. */
async function writePicture(file: string, viewerCount: number, seed: string): Promise<void> {
  const { events } = simulateViewers({
    ...{ viewerCount, eventCounts: PICTURE_EVENTS, separation: PLANTED_SEPARATION },
    random: createRandom(`${seed}/picture`),
  });
  await writeFile(file, drawSegments(fitSegments(events, { seed }).model));
}

async function runSimulate(flags: SimulateFlags): Promise<void> {
  const { seed, picture } = flags;
  const viewerCount = countOf('--viewers', flags.viewers);
  const drawCount = countOf('--draws', flags.draws);
  const refitCount = countOf('--refits', flags.refits);
  const nullCount = countOf('--nulls', flags.nulls);
  if (picture !== undefined) await writePicture(picture, viewerCount, seed);
  const progress = showProgress('segments');
  const studyOf = (from: number, to: number) => ({
    ...{ viewerCount, drawCount, seed },
    onProgress: (fraction: number, note?: string) => progress.update(from + fraction * (to - from), note),
  });
  const recovery = measureRecovery(studyOf(0, RECOVERY_END));
  const names = measureNames(studyOf(RECOVERY_END, NAMES_END), refitCount);
  const nulls = measureNullWorlds(studyOf(NAMES_END, 1), nullCount);
  progress.done('measured');
  const floors = segmentFloors(recovery, names, nulls);
  const found = {
    ...{ schema: 'segment-simulation/1', softwareVersion: projectVersion(), seed, viewerCount, drawCount },
    ...{ recovery, names, nulls, floors },
  } as const;
  process.stdout.write(`${flags.json ? JSON.stringify(found) : renderSegments(found)}\n`);
  requireFloors(floors);
}

/** `keyart segments`. */
export function addSegmentCommands(program: Command): void {
  program
    .command('segments')
    .description('groups of viewers who watch alike')
    .command('simulate')
    .description(
      'segments found again in made-up viewers, names over refits, populations without segments; exit code 1 when a floor is missed',
    )
    .option('--viewers <n>', 'in each population', '1500')
    .option('--draws <n>', 'populations for each figure', '2')
    .option('--refits <n>', 'fits after the first, each named after the one before', '8')
    .option('--nulls <n>', 'populations without segments, for each of three spreads', '8')
    .option('--seed <text>', 'draws titles, viewers and fits', 'segments/1')
    .option('--picture <file>', 'gets the segments of one population as SVG')
    .option('--json', 'print what was found as JSON', false)
    .action(runSimulate);
}
