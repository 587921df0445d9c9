import { access, constants } from 'node:fs/promises';
import type { VideoLimits } from '../video-limits';

const PRLIMIT = '/usr/bin/prlimit';
/** Address space is reserved far beyond what is used; the watch over resident memory is the closer limit. */
const ADDRESS_SPACE_FACTOR = 4;

/** A program and how much of the machine it may take. */
interface LimitedProgram {
  readonly program: string;
  readonly options: readonly string[];
  readonly limits: Pick<VideoLimits, 'maxCpuMs' | 'maxMemoryBytes'>;
}

/**
 * The command line under which the kernel itself holds a program to its processor time and address space, writes no file and
 * leaves no core; the bare one where util-linux is not installed.
 */
export async function prlimitOf({
  program,
  options,
  limits,
}: LimitedProgram): Promise<[program: string, options: string[]]> {
  if (!(await isThere(PRLIMIT))) return [program, [...options]];
  const seconds = Math.max(1, Math.ceil(limits.maxCpuMs / 1000));
  return [
    PRLIMIT,
    [
      ...[`--cpu=${seconds}`, `--as=${limits.maxMemoryBytes * ADDRESS_SPACE_FACTOR}`],
      ...['--fsize=0', '--core=0'],
      ...['--', program, ...options],
    ],
  ];
}

async function isThere(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}
