import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { contentHash, TemporaryFolder } from '@keyart/common';
import { commandLine } from './command-line.factory';
import type { Question } from '../world/questions/question';
import type { ThemeQuestion } from '../world/themes/theme-questions';
import type { AblationRun } from '../world/run-ablations';
import type { WorldRun } from '../world/run-world';

const ROWS = ['random', 'popular', 'production', 'taste score', 'production+', 'oracle'];

/** Answers as a model would that understands viewers and sees in captions what comes to its mind. */
function answerThemes(line: string): string {
  const { id, formulation, prefix, branches, labels } = JSON.parse(line) as ThemeQuestion;
  const fits = (branch: string): number => {
    const [, theme] = /Picture: (.*)\. Answer:$/.exec(branch) ?? [];
    const answer = new RegExp(`Picture: ${theme}\\. Answer: (Yes|Often|No|Hardly)`).exec(prefix)?.[1] ?? '';
    return { Yes: 2, Often: 1, Hardly: -1, No: -2 }[answer] ?? 0;
  };
  const seen = (branch: string): number[] =>
    labels.map((_, f) => Math.log((contentHash(`${branch}${f}`, 2) > '80' ? 1 : 2) / labels.length));
  const scores = formulation === 'reading' ? branches.flatMap(seen) : branches.map(fits);
  return JSON.stringify({ id, scores, labelMass: 1 });
}

describe('keyart world', () => {
  let folder: TemporaryFolder;
  const line = commandLine();

  beforeAll(async () => {
    folder = await TemporaryFolder.make('world-command');
  });
  afterAll(() => folder.remove());
  const keyart = (...words: string[]): Promise<number> => line.run('world', ...words);

  /** The model of `answerThemes` with something kept from it. */
  const ablates = async (world: string, themes: string): Promise<void> => {
    const bare = path.join(folder.path, 'bare.jsonl');
    const asked = ['prompts', '--world', world, '--formulation', 'themes', '--variant', 'no-genres'];
    expect(await keyart(...asked, '--sets', 'warm,cold', '--pairs', '200', '--out', bare)).toBe(0);
    const answers = (await readFile(bare, 'utf8')).trim().split('\n').map(answerThemes);
    await writeFile(bare, `${answers.join('\n')}\n`);
    line.printed = '';
    const ablate = ['ablate', '--world', world, '--themes', themes, '--pairs', '200', '--json'];
    expect(await keyart(...ablate, '--bare', bare, '--beside', `before=${themes}`)).toBe(0);
    const { tables, readRightly } = JSON.parse(line.printed) as AblationRun;
    const [warm] = tables;
    expect(readRightly['captions read rightly']).toEqual([1, 1]);
    expect(readRightly['as served'][0]).toBeLessThan(0.3);
    const gap = new Map(warm.rows.map(({ name, gapClosed }) => [name, gapClosed.value]));
    expect(gap.get('before')).toBe(gap.get('as served'));
    expect(gap.get('no caption')).toBeCloseTo(0, 12);
    expect(gap.get('captions read rightly')).toBeGreaterThan(gap.get('as served') ?? 1);
    expect(gap.get('captions read rightly')).toBeGreaterThan(0.3);
    expect(gap.has('no genres')).toBe(true);
    expect(await keyart(...ablate, '--beside', `as served=${themes}`)).toBe(2);
    expect(line.said).toContain('the name is taken');
  };

  it('builds the stand-in, runs the rankers in it and reports the table', async () => {
    const world = path.join(folder.path, 'world');
    expect(await keyart('build', '--out', world, '--titles', '80', '--json')).toBe(0);
    expect(JSON.parse(line.printed)).toMatchObject({
      schema: 'world/1',
      counts: { viewers: 80, titles: 80 },
    });
    line.printed = '';
    expect(await keyart('run', '--world', world, '--decisions', '3000', '--pairs', '300', '--json')).toBe(0);
    const { tables, log } = JSON.parse(line.printed) as WorldRun;
    expect(log.decisionCount).toBe(3000);
    expect(tables.map(({ titles }) => titles)).toEqual(['warm', 'cold']);
    for (const { rows } of tables) {
      const fraction = new Map(rows.map(({ name, takeFraction }) => [name, takeFraction]));
      expect([...fraction.keys()]).toEqual(ROWS);
      expect(fraction.get('oracle')).toBeGreaterThan(fraction.get('production') ?? 1);
    }
    const page = path.join(folder.path, 'world.html');
    expect(await keyart('report', '--world', world, '--html', page)).toBe(0);
    expect(await readFile(page, 'utf8')).toContain('Rankers in a world with known truth');
  });

  it('asks a language model, and puts it and its hybrid into the table', async () => {
    const world = path.join(folder.path, 'world');
    const [prompts, scores] = ['prompts.jsonl', 'scores.jsonl'].map((name) => path.join(folder.path, name));
    expect(await keyart('build', '--out', world, '--titles', '80')).toBe(0);
    expect(await keyart('prompts', '--world', world, '--pairs', '100', '--out', prompts)).toBe(0);
    const asked = (await readFile(prompts, 'utf8')).trim().split('\n');
    const answers = asked.map((line) => {
      const { id, branches } = JSON.parse(line) as Question;
      return JSON.stringify({ id, scores: branches.map(({ length }) => length / 100), labelMass: 1 });
    });
    await writeFile(scores, `${answers.join('\n')}\n`);
    const run = ['run', '--world', world, '--decisions', '3000', '--pairs', '100', '--json'];
    line.printed = '';
    expect(await keyart(...run, '--scores', `longest=${scores}`)).toBe(0);
    const { tables } = JSON.parse(line.printed) as WorldRun;
    const names = tables.map(({ rows }) => rows.map(({ name }) => name));
    const expected = [...ROWS.slice(0, -1), 'longest', 'hybrid (longest)', 'oracle'];
    expect(names).toEqual([expected, expected]);
    const themes = path.join(folder.path, 'themes.jsonl');
    expect(await keyart('prompts', '--world', world, '--formulation', 'themes', '--out', themes)).toBe(0);
    const themed = (await readFile(themes, 'utf8')).trim().split('\n').map(answerThemes);
    await writeFile(themes, `${themed.join('\n')}\n`);
    line.printed = '';
    expect(await keyart(...run, '--themes', `themed=${themes}`)).toBe(0);
    const rows = (JSON.parse(line.printed) as WorldRun).tables[1].rows;
    expect(rows.map(({ name }) => name)).toEqual([
      ...ROWS.slice(0, -1),
      'themed',
      'hybrid (themed)',
      'oracle',
    ]);
    await ablates(world, themes);
    expect(await keyart(...run, '--themes', `themed=${scores}`)).toBe(2);
    expect(line.said).toContain('has no answer; ask by keyart world prompts --formulation themes');
    expect(await keyart(...run, '--seed', 'other', '--scores', `longest=${scores}`)).toBe(2);
    expect(line.said).toContain('pairs have no scores');
  });

  it('refuses options by name', async () => {
    const out = path.join(folder.path, 'other');
    expect(await keyart('build', '--out', out, '--taste-weight', '-1')).toBe(2);
    expect(await keyart('build', '--out', out, '--movielens', out)).toBe(2);
    expect(await keyart('run', '--world', out)).toBe(2);
    expect(await keyart('prompts', '--world', out, '--formulation', 'letters', '--out', out)).toBe(2);
    expect(line.said).toContain('--formulation letters: must be pointwise, themes');
    expect(line.said).toContain('--taste-weight -1');
    expect(line.said).toContain('all of them, or none');
    expect(line.said).toContain('make it by keyart world build');
  });
});
