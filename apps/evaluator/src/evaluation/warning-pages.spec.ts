import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@keyart/common';
import { ESTIMATOR_NAMES, WARNING_CODES } from '@keyart/evaluation';
import { EXPERIMENT_WARNING_CODES } from '@keyart/experiments';

const ALL_CODES = [...WARNING_CODES, ...EXPERIMENT_WARNING_CODES];
const FOLDER = path.join(projectRoot(), 'docs/evaluation');

describe('docs of the evaluation', () => {
  it.each(ALL_CODES)('%s has its page, with when and what to do', (code) => {
    const file = path.join(FOLDER, 'warnings', `${code}.md`);
    expect(existsSync(file)).toBe(true);
    const page = readFileSync(file, 'utf8');
    expect(page.startsWith(`# ${code}\n`)).toBe(true);
    for (const part of ['**When.**', '**What to do.**', '**Example.**']) expect(page).toContain(part);
  });

  it('there is no page without a code', () => {
    expect(readdirSync(path.join(FOLDER, 'warnings')).sort()).toEqual(
      ALL_CODES.map((code) => `${code}.md`).sort(),
    );
  });

  it.each(ALL_CODES)('%s is in the list of the guide', (code) => {
    expect(readFileSync(path.join(FOLDER, 'README.md'), 'utf8')).toContain(`(warnings/${code}.md)`);
  });

  it('every estimator has its row', () => {
    const table = readFileSync(path.join(FOLDER, 'estimators.md'), 'utf8');
    for (const name of ESTIMATOR_NAMES) expect(table).toContain(`| \`${name}\``);
  });
});
