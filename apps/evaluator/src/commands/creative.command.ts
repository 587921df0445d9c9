import { projectVersion, showProgress } from '@keyart/common';
import type { Command } from 'commander';
import { creativeFloors } from '../creative/simulation/creative-floors';
import { measureArtwork } from '../creative/simulation/measure-artwork';
import { measureClaims } from '../creative/simulation/measure-claims';
import { measureDrivers } from '../creative/simulation/measure-drivers';
import { renderSimulation } from '../creative/simulation/render-simulation';
import { requireFloors } from '../terminal/require-floors';
import { countOf } from './numeric-option';

interface SimulateFlags {
  readonly seed: string;
  readonly worlds: string;
  readonly logs: string;
  readonly json: boolean;
}

function runSimulate({ json, ...flags }: SimulateFlags): void {
  const worldCount = countOf('--worlds', flags.worlds);
  const logCount = countOf('--logs', flags.logs);
  const progress = showProgress('creative');
  const part = (from: number, to: number, note: string) => (fraction: number) =>
    progress.update(from + (to - from) * fraction, note);
  const size = { seed: flags.seed, worldCount };
  const figures = {
    drivers: measureDrivers({ ...size, onProgress: part(0, 0.4, 'drivers') }),
    claims: measureClaims({ ...size, onProgress: part(0.4, 0.6, 'claims') }),
    artwork: measureArtwork({ ...size, worldCount: logCount, onProgress: part(0.6, 1, 'pictures') }),
  };
  progress.done('measured');
  const floors = creativeFloors(figures);
  const found = {
    ...{ schema: 'creative-simulation/1', seed: flags.seed, softwareVersion: projectVersion() },
    ...{ ...figures, floors },
  };
  process.stdout.write(`${json ? JSON.stringify(found) : renderSimulation(figures, floors)}\n`);
  requireFloors(floors);
}

/** `keyart creative`. */
export function addCreativeCommands(program: Command): void {
  const creative = program.command('creative').description('what reviews and pictures tell a creative team');
  creative
    .command('simulate')
    .description(
      'drivers, claims and lifts in made-up worlds with known truth; exit code 1 when a floor is missed',
    )
    .option('--worlds <n>', 'of each kind, with and without drivers and for claims', '300')
    .option('--logs <n>', 'of each kind, with and without effects of pictures', '100')
    .option('--seed <text>', 'another seed, other worlds', 'creative/1')
    .option('--json', 'print what was found as JSON', false)
    .action(runSimulate);
}
