import path from 'node:path';
import { projectRoot } from '@keyart/common';
import { runProgram } from '../run-program';

const FIXTURES = path.join(projectRoot(), 'artwork-fixtures');

const noDatabase = (): never => {
  throw new Error('asked for a database');
};

describe('keyart vision evaluate', () => {
  let [printed, said] = ['', ''];

  beforeEach(() => {
    [printed, said] = ['', ''];
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => (printed += String(text)) !== '');
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => (said += String(text)) !== '');
  });

  afterEach(() => jest.restoreAllMocks());

  const evaluate = (...options: string[]) => runProgram(['vision', 'evaluate', ...options], noDatabase);

  it.each([
    [[FIXTURES, '--medium', 'sculpture'], '--medium sculpture: must be one of photograph, render, painting'],
    [['no-such-folder'], 'no-such-folder/manifest.json: cannot be read'],
    [[], "missing required argument 'dir'"],
  ])('%j is a usage error', async (options, message) => {
    expect(await evaluate(...options)).toBe(2);
    expect(said).toContain(message);
    expect(printed).toBe('');
  });
});
