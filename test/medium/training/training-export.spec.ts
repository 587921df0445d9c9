import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { withAnalysis } from '@keyart/decision-log';
import { templateByName, templateVersionOf } from '@keyart/llm';
import { RECIPES, type ExportManifest } from '@keyart/training-export';
import { runProgram } from '../../../apps/evaluator/src/run-program';
import { TrainingFolder, trainingWorld, type TrainingWorld } from '../../factories/training-world.factory';

type Row = Record<string, unknown> & { weight: number };

const WORLD = trainingWorld({ rowCount: 3000, memberCount: 150, titleCount: 12, filmsPerViewer: 15 });
const HELD_OUT = new Set(WORLD.viewers.filter(({ isHeldOut }) => isHeldOut).map(({ memberId }) => memberId));
const CASES = RECIPES.flatMap((recipe) =>
  ['pointwise', 'choice'].map((formulation) => [recipe, formulation] as const),
).filter((one) => one.join() !== 's-dpo,pointwise');

let folder: TrainingFolder;
let told: string;
beforeEach(() => {
  folder = new TrainingFolder();
  told = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((told += String(text))));
  jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
});
afterEach(() => {
  jest.restoreAllMocks();
  folder.remove();
});

interface Exported {
  readonly manifest: ExportManifest;
  readonly train: Row[];
  readonly validation: Row[];
}

async function exported(world: TrainingWorld, ...flags: readonly string[]): Promise<Exported> {
  const log = folder.write(world);
  const out = folder.file('rows');
  const given = ['--log', log, '--context', folder.context, '--out', out, '--template', 'chatml', ...flags];
  told = '';
  expect(
    await runProgram(['training', 'export', ...given, '--json'], () => Promise.reject(new Error())),
  ).toBe(0);
  const manifest = JSON.parse(readFileSync(path.join(out, 'manifest.json'), 'utf8')) as ExportManifest;
  expect(JSON.parse(told)).toEqual(manifest);
  expect(readdirSync(out).sort()).toEqual(['manifest.json', 'train.jsonl', 'validation.jsonl']);
  const [train, validation] = ['train.jsonl', 'validation.jsonl'].map((name) => rowsIn(path.join(out, name)));
  return { manifest, train, validation };
}

function rowsIn(file: string): Row[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Row);
}

const FIELDS: Readonly<Record<string, string>> = {
  'label-softmax,pointwise': 'id stage formulation prefix branches labels target weight',
  'label-softmax,choice': 'id stage formulation prefix options suffix labels target weight',
  sft: 'prompt completion weight',
  'sft-reasoning': 'prompt completion weight',
  dpo: 'prompt chosen rejected weight',
  's-dpo': 'prompt chosen rejected weight',
  kto: 'prompt completion label weight',
};

describe('keyart training export', () => {
  it.each(CASES)(
    '%s, %s: rows as agreed, weights of mean 1, places even, all decisions accounted for',
    async (recipe, formulation) => {
      const { manifest, train, validation } = await exported(
        WORLD,
        '--recipe',
        recipe,
        '--formulation',
        formulation,
      );
      const fields = FIELDS[`${recipe},${formulation}`] ?? FIELDS[recipe];
      for (const row of [...train, ...validation]) {
        expect(Object.keys(row).join(' ')).toBe(fields);
        expect(row.weight).toBeGreaterThan(0);
      }
      expect(train.reduce((sum, { weight }) => sum + weight, 0) / train.length).toBeCloseTo(1, 6);
      const { counts } = manifest;
      expect([counts.train.rowCount, counts.validation.rowCount]).toEqual([train.length, validation.length]);
      expect(validation.length).toBeGreaterThan(0);
      const excluded = counts.excluded.reduce((sum, { decisionCount }) => sum + decisionCount, 0);
      expect(excluded + counts.train.decisionCount + counts.validation.decisionCount).toBe(WORLD.log.length);
      for (const { deviation } of [...counts.train.slots, ...counts.validation.slots])
        expect(Math.abs(deviation)).toBeLessThan(4);
    },
  );

  it('names template, version, data and seed, and gives the same bytes for the same input', async () => {
    const flags = ['--recipe', 'label-softmax', '--formulation', 'choice', '--seed', 'one'];
    const { manifest } = await exported(WORLD, ...flags);
    const template = templateByName('chatml');
    const version = templateVersionOf({
      template,
      formulation: 'choice',
      historyTokens: 150,
    });
    expect(manifest).toMatchObject({
      schema: 'training-rows/1',
      template: { name: 'chatml', version },
      seed: 'one',
    });
    const texts = ['train.jsonl', 'validation.jsonl'].map((name) =>
      readFileSync(folder.file(`rows/${name}`)),
    );
    expect(manifest.dataFingerprint).toBe(createHash('sha256').update(Buffer.concat(texts)).digest('hex'));
    const { manifest: again } = await exported(WORLD, ...flags);
    expect({ ...again, createdAt: '' }).toEqual({ ...manifest, createdAt: '' });
    const { manifest: other } = await exported(WORLD, ...flags.slice(0, -1), 'two');
    expect(other.dataFingerprint).not.toBe(manifest.dataFingerprint);
  });

  it('makes the same rows of JSON lines, CSV and Parquet, whatever columns are called', async () => {
    const flags = ['--recipe', 'dpo', '--formulation', 'choice'];
    const { manifest } = await exported(WORLD, ...flags);
    const [lines, csv, parquet] = ['log.jsonl', 'log.csv', 'log.parquet'];
    const read = `read_json('${folder.file(lines)}', format = 'newline_delimited')`;
    await withAnalysis(async (analysis) => {
      await analysis.run(`COPY (SELECT * FROM ${read}) TO '${folder.file(parquet)}' (FORMAT parquet)`);
      const asText =
        '* REPLACE (to_json(candidates) AS candidates, to_json(candidate_propensities) AS candidate_propensities)';
      const renamed = `SELECT * RENAME (action AS item) FROM (SELECT ${asText} FROM ${read})`;
      await analysis.run(`COPY (${renamed}) TO '${folder.file(csv)}' (FORMAT csv, HEADER)`);
    });
    const again = [
      await exported(WORLD, ...flags, '--log', folder.file(parquet)),
      await exported(WORLD, ...flags, '--log', folder.file(csv), '--map', 'action=item'),
    ];
    expect(again.map((one) => one.manifest.dataFingerprint)).toEqual([
      manifest.dataFingerprint,
      manifest.dataFingerprint,
    ]);
  });

  it('divides by member and by time: no training row of a held-out member or from the cut on', async () => {
    const cut = WORLD.log[2000].timestamp;
    const flags = ['--recipe', 'label-softmax', '--formulation', 'pointwise', '--cut', cut];
    const { train, validation } = await exported(WORLD, ...flags);
    const byId = new Map(WORLD.log.map((row) => [row.decision_id, row]));
    const decisions = (rows: Row[]) => rows.flatMap(({ id }) => byId.get(String(id)) ?? []);
    expect(decisions(train).filter((row) => HELD_OUT.has(row.user_id) || row.timestamp >= cut)).toEqual([]);
    expect(decisions(validation).filter((row) => !HELD_OUT.has(row.user_id))).toEqual([]);
    expect(decisions(validation)).toHaveLength(WORLD.log.filter((row) => HELD_OUT.has(row.user_id)).length);
  });

  it('tells what viewers like from what production likes to show', async () => {
    const log = WORLD.log.map((row, i) => ({ ...row, title_id: 't1', ...evenTaste(i) }));
    const flags = [
      '--recipe',
      'label-softmax',
      '--formulation',
      'choice',
      '--time-share',
      '0',
      '--max-weight',
      '100',
    ];
    const { train } = await exported({ ...WORLD, log }, ...flags);
    const shown = new Map(log.map((row) => [row.decision_id, row.action]));
    const share = (weightOf: (row: Row) => number): number => {
      const total = train.reduce((sum, row) => sum + weightOf(row), 0);
      return (
        train
          .filter(({ id }) => shown.get(String(id)) === 't1-a0')
          .reduce((sum, row) => sum + weightOf(row), 0) / total
      );
    };
    expect(share(() => 1)).toBeGreaterThan(0.75);
    const effective =
      train.reduce((sum, row) => sum + row.weight, 0) ** 2 /
      train.reduce((sum, row) => sum + row.weight ** 2, 0);
    expect(Math.abs(share(({ weight }) => weight) - 1 / 3)).toBeLessThan(4 * Math.sqrt(0.25 / effective));
  });

  it('leaves too long rows out by name, and a holdout alone', async () => {
    const flags = ['--recipe', 'sft', '--formulation', 'choice', '--max-tokens', '340'];
    const { manifest } = await exported(WORLD, ...flags);
    const tooLong = manifest.counts.excluded.find(({ reason }) => reason === 'over-long');
    expect(tooLong?.examples[0]).toMatch(/^d\d+$/);
    expect(manifest.warnings.join()).toContain('left out as too long: d');
    expect(Math.max(manifest.counts.train.tokens?.largest ?? 0)).toBeLessThanOrEqual(340);
  });

  it('exports nothing that a holdout keeps', async () => {
    const log = folder.write(WORLD);
    const holdout = [
      'holdout',
      'build',
      '--log',
      log,
      '--out',
      folder.file('holdout.parquet'),
      '--json',
      folder.file('holdout.json'),
    ];
    expect(await runProgram(holdout, () => Promise.reject(new Error()))).toBe(0);
    const kept = JSON.parse(readFileSync(folder.file('holdout.json'), 'utf8')) as {
      sides: { side: string; rowCount: number }[];
    };
    const flags = ['--recipe', 'label-softmax', '--formulation', 'pointwise', '--time-share', '0'];
    const { manifest } = await exported(WORLD, ...flags, '--holdout', folder.file('holdout.json'));
    const { train, validation } = manifest.counts;
    const training = kept.sides.find(({ side }) => side === 'training')?.rowCount;
    expect(train.decisionCount + validation.decisionCount).toBe(training);
  });

  it('prints a table for people', async () => {
    const given = ['--log', folder.write(WORLD), '--world', folder.context, '--out', folder.file('rows')];
    const flags = ['--recipe', 'kto', '--formulation', 'choice', '--template', 'plain'];
    expect(
      await runProgram(['training', 'export', ...given, ...flags], () => Promise.reject(new Error())),
    ).toBe(0);
    expect(told).toMatch(/rows to train on, .* to validate with \(kto, choice, plain\/choice@[0-9a-f]{12}\)/);
    expect(told).toMatch(/shown-not-engaged: rows \(weight\) .*\n.*effective sample size/);
    expect(told).toMatch(/place +train +expected +sd off/);
  });
});

/** Everybody takes each of three pictures one time in four, whatever is shown; the first is shown eight times in ten. */
function evenTaste(
  i: number,
): Pick<
  TrainingWorld['log'][number],
  'action' | 'propensity' | 'reward' | 'candidates' | 'candidate_propensities'
> {
  const k = i % 10 < 8 ? 0 : 1 + (i % 2);
  const propensities = [0.8, 0.1, 0.1];
  return {
    ...{ action: `t1-a${k}`, propensity: propensities[k], reward: Number(Math.floor(i / 10) % 4 === 0) },
    ...{ candidates: propensities.map((_, j) => `t1-a${j}`), candidate_propensities: propensities },
  };
}
