import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { prepareOutputFiles } from './prepare-output-files';

describe('prepareOutputFiles', () => {
  let folder: string;
  const at = (name: string): string => path.join(folder, name);
  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'keyart-outputs-'));
    ['log.csv', 'target.csv'].forEach((name) => writeFileSync(at(name), 'x'));
    symlinkSync(at('log.csv'), at('link.csv'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const check = (more: object) => () =>
    prepareOutputFiles({ log: at('log.csv'), target: [at('target.csv'), 'policy:uniform'], ...more });

  it('lets new files, old results and standard output be', () => {
    expect(check({ json: '-', html: at('report.html') })).not.toThrow();
    expect(() => prepareOutputFiles({ log: at('target.csv'), html: at('log.csv') })).not.toThrow();
  });

  it.each([
    ['html', 'log.csv', 'is the file of --log'],
    ['quarantine', 'link.csv', 'is the file of --log'],
    ['json', 'target.csv', 'is the file of --target'],
    ['json', '.', 'is a folder'],
    ['html', 'log.csv/report.html', 'its folder cannot be made'],
  ])('refuses --%s %s', (option, name, problem) => {
    expect(check({ [option]: at(name) })).toThrow(problem);
  });

  it('makes folders', () => {
    expect(check({ html: at('new/one/report.html') })).not.toThrow();
    expect(existsSync(at('new/one'))).toBe(true);
  });

  it('refuses two results in one file', () => {
    expect(check({ json: at('r'), html: at('r') })).toThrow('--html');
  });
});
