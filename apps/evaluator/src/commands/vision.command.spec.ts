import path from 'node:path';
import { projectRoot } from '@keyart/common';
import { commandLine } from './command-line.factory';

const FIXTURES = path.join(projectRoot(), 'artwork-fixtures');

describe('keyart vision evaluate', () => {
  const line = commandLine();

  const evaluate = (...options: string[]) => line.run('vision', 'evaluate', ...options);

  it.each([
    [[FIXTURES, '--medium', 'sculpture'], '--medium sculpture: must be one of photograph, render, painting'],
    [['no-such-folder'], 'no-such-folder/manifest.json: cannot be read'],
    [[], "missing required argument 'dir'"],
  ])('%j is a usage error', async (options, message) => {
    expect(await evaluate(...options)).toBe(2);
    expect(line.said).toContain(message);
    expect(line.printed).toBe('');
  });
});
