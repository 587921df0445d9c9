import { mkdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '@keyart/common';

/** Options that name files to be written, and those that name files that are read. */
const [OUTPUTS, INPUTS] = [
  ['json', 'html', 'quarantine'],
  ['log', 'target', 'baseline', 'facets', 'data', 'summary', 'holdout', 'rationales', 'reviews'],
] as const;
const STANDARD_OUTPUT = '-';

/**
 * Before any work: no command writes over what it reads, nor finds out after minutes that it cannot write. Folders that are not there are made.
 * @param options as they were parsed
 * @param outputs which of them name files to be written
 * @throws InputError `BAD_OUTPUT_FILE` naming option and file
 */
export function prepareOutputFiles(
  options: Readonly<Record<string, unknown>>,
  outputs: readonly string[] = OUTPUTS,
): void {
  const read = new Map(
    INPUTS.flatMap((name) => textsOf(options[name]).map((file) => [whereIs(file), `--${name}`])),
  );
  for (const name of outputs) {
    for (const file of textsOf(options[name])) {
      if (file === STANDARD_OUTPUT) continue;
      const place = whereIs(file);
      const bad = (problem: string): InputError =>
        new InputError('BAD_OUTPUT_FILE', `--${name} ${file}: ${problem}`);
      const input = read.get(place);
      if (input) throw bad(`is the file of ${input}, which would be lost`);
      if (!hasFolder(place)) throw bad('its folder cannot be made');
      if (isFolder(place)) throw bad('is a folder');
      read.set(place, `--${name}`);
    }
  }
}

function textsOf(option: unknown): string[] {
  return (Array.isArray(option) ? option : [option]).filter((one) => typeof one === 'string');
}

/** Two names of one file are one place. */
function whereIs(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return path.resolve(file);
  }
}

function isFolder(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function hasFolder(place: string): boolean {
  try {
    mkdirSync(path.dirname(place), { recursive: true });
    return true;
  } catch {
    return false;
  }
}
