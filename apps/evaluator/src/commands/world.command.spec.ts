import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { TemporaryFolder } from '@keyart/common';
import { runProgram } from '../run-program';
import type { WorldRun } from '../world/run-world';

describe('keyart world', () => {
  let folder: TemporaryFolder;
  let printed: string;
  let said: string;

  beforeAll(async () => {
    folder = await TemporaryFolder.make('world-command');
  });
  afterAll(() => folder.remove());
  beforeEach(() => {
    [printed, said] = ['', ''];
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((printed += String(text))));
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((said += String(text))));
  });
  afterEach(() => jest.restoreAllMocks());

  const keyart = (...words: string[]): Promise<number> =>
    runProgram(['world', ...words], () => Promise.reject(new Error('no database is needed')));

  it('builds the stand-in, runs the rankers in it and reports the table', async () => {
    const world = path.join(folder.path, 'world');
    expect(await keyart('build', '--out', world, '--titles', '80', '--json')).toBe(0);
    expect(JSON.parse(printed)).toMatchObject({ schema: 'world/1', counts: { viewers: 80, titles: 80 } });
    printed = '';
    expect(await keyart('run', '--world', world, '--decisions', '3000', '--pairs', '300', '--json')).toBe(0);
    const { tables, log } = JSON.parse(printed) as WorldRun;
    expect(log.decisionCount).toBe(3000);
    expect(tables.map(({ titles }) => titles)).toEqual(['warm', 'cold']);
    for (const { rows } of tables) {
      const fraction = new Map(rows.map(({ name, takeFraction }) => [name, takeFraction]));
      expect([...fraction.keys()]).toEqual(['random', 'popular', 'production', 'oracle']);
      expect(fraction.get('oracle')).toBeGreaterThan(fraction.get('production') ?? 1);
    }
    const page = path.join(folder.path, 'world.html');
    expect(await keyart('report', '--world', world, '--html', page)).toBe(0);
    expect(await readFile(page, 'utf8')).toContain('Rankers in a world with known truth');
  });

  it('refuses options by name', async () => {
    const out = path.join(folder.path, 'other');
    expect(await keyart('build', '--out', out, '--taste-weight', '-1')).toBe(2);
    expect(await keyart('build', '--out', out, '--movielens', out)).toBe(2);
    expect(await keyart('run', '--world', out)).toBe(2);
    expect(said).toContain('--taste-weight -1');
    expect(said).toContain('all of them, or none');
    expect(said).toContain('make it by keyart world build');
  });
});
