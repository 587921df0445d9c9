import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { EvaluationResult } from '@keyart/decision-log';
import { forbidsVerdict, VERDICTS } from '@keyart/evaluation';
import type { DemoResult } from '../../tools/demo/demo-result';
import { evaluateOwnLog } from '../../tools/demo/evaluate-own-log';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

const DIST = path.resolve(__dirname, '../../dist/tools');
const AGAIN = 'npm run -s keyart -- ';

// It reads every picture of the fixtures first.
jest.setTimeout(300_000);

describe('npm run demo', () => {
  let test: TestDatabase;
  let home: string;
  beforeAll(async () => {
    test = await createTestDatabase();
    home = await mkdtemp(path.join(tmpdir(), 'keyart-demo-'));
  });
  afterAll(async () => {
    await test.drop();
    await rm(home, { recursive: true });
  });

  const inOut = (name: string): string => path.join(home, 'out', name);
  const evaluationIn = async (name: string): Promise<EvaluationResult> =>
    JSON.parse(await readFile(inOut(name), 'utf8')) as EvaluationResult;

  async function run(entry: string, ...argv: string[]): Promise<string> {
    const env = { ...process.env, DATABASE_URL: test.url, KEYART_HOME: home, LLM: 'off' };
    const file = path.join(DIST, entry);
    return (await promisify(execFile)(process.execPath, [file, ...argv], { env })).stdout;
  }

  it('ends with the evaluator’s report on its own log, and with how to make it again', async () => {
    const lines = (await run('demo/main.js', '--out', inOut('.'))).trimEnd().split('\n');
    const evaluation = await evaluationIn('evaluation.json');
    const { verdict, summary, warnings, dataset, policies } = evaluation;

    const start = lines.findIndex((line) => line.startsWith('data: '));
    expect(lines[start]).toBe(
      `data: ${inOut('decisions.parquet')}, ${dataset.rowCount} decisions of 6 members`,
    );
    // Six viewers' log may give the baseline a value of zero or less, relative to which no lift is defined.
    const can =
      evaluation.power.minimumDetectableEffect === null
        ? 'what this log can show is not known'
        : 'smallest lift';
    expect(lines[start + 1]).toContain(`power: ${can}`);
    expect(lines.slice(start + 2, -3)).toEqual([
      `verdict: ${verdict}`,
      ...summary,
      ...warnings.map(({ code, detail }) => `  ${code}: ${detail}`),
    ]);
    expect(VERDICTS).toContain(verdict);
    const isForbidden = warnings.some(({ code }) => forbidsVerdict(code));
    expect(verdict === 'insufficient evidence' || !isForbidden).toBe(true);

    expect(policies).toEqual({
      target: 'policy:production@cross-fitted',
      baseline: 'policy:not-personalised@cross-fitted',
    });
    const log = await readFile(inOut('decisions.parquet'));
    expect(dataset.fingerprint).toBe(createHash('sha256').update(log).digest('hex'));
    expect(evaluation.estimates.map(({ estimator }) => estimator)).toContain('mips');

    const [report, again] = lines.slice(-2);
    expect(report).toMatch(/^full report /);
    expect(report.endsWith(inOut('evaluation.html'))).toBe(true);
    expect(await readFile(inOut('evaluation.html'), 'utf8')).toContain(verdict);
    const command = again.slice(again.indexOf(AGAIN) + AGAIN.length).split(' ');
    const printed = await run('keyart/main.js', ...command);
    expect(printed).toContain(lines.slice(start, -3).join('\n'));
    expect({ ...(await evaluationIn('evaluation.json')), createdAt: '' }).toEqual({
      ...evaluation,
      createdAt: '',
    });
  });

  it('prints one JSON object that agrees with the report, on a log that has grown', async () => {
    const before = await evaluationIn('evaluation.json');
    const stdout = await run('demo/main.js', '--json', '--out', inOut('.'));
    const { evaluation, experiment, decisions, video } = JSON.parse(stdout) as DemoResult;
    const after = await evaluationIn('evaluation.json');
    expect(evaluation).toEqual({
      ...{ verdict: after.verdict, summary: after.summary },
      ...{ htmlFile: inOut('evaluation.html'), jsonFile: inOut('evaluation.json') },
      command: after.command.replace(/^keyart /, AGAIN),
    });
    expect(after.dataset.rowCount).toBeGreaterThan(before.dataset.rowCount);
    expect(decisions.length).toBeGreaterThan(0);
    expect(experiment).toBeNull();
    if ('missing' in video) throw new Error(video.missing);
    expect(video.artworkId).toContain(video.videoId);
    expect(video.shotCount).toBeGreaterThan(0);
    expect(video.shown?.propensity ?? 1).toBeGreaterThan(0);
  });

  it('fails with the evaluator', async () => {
    const evaluation = evaluateOwnLog(inOut('gone.parquet'), inOut('.'));
    await expect(evaluation).rejects.toMatchObject({ code: 'EVALUATION_FAILED' });
  });
});
