import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { runProgram } from '../../../apps/evaluator/src/run-program';
import { tinyModel } from '../../faults/cluster/tiny-model';

const noDatabase = (): never => {
  throw new Error('asked for a database');
};

/** As told by somebody else. */
const ROW = {
  prompt: 'A train at night. Fits? Answer:',
  labels: [' Yes', ' No'],
  logProbabilities: [-0.1, -8],
};

describe('keyart llm parity', () => {
  const environment = { ...process.env };
  let folder: string;
  let [printed, said] = ['', ''];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'keyart-parity-'));
    Object.assign(process.env, { MODEL_FILES: tinyModel(folder), RANKING_ADAPTER: 'off' });
    delete process.env.LLM;
    delete process.env.LLM_URL;
  });

  afterAll(async () => {
    process.env = environment;
    await rm(folder, { recursive: true });
  });

  beforeEach(() => {
    [printed, said] = ['', ''];
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => (printed += String(text)) !== '');
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => (said += String(text)) !== '');
  });

  afterEach(() => jest.restoreAllMocks());

  async function parity(lines: readonly string[], ...more: string[]): Promise<number> {
    const file = path.join(folder, 'prompts.jsonl');
    await writeFile(file, lines.join('\n'));
    return runProgram(['llm', 'parity', '--prompts', file, ...more], noDatabase);
  }

  it('compares with what the model reads, and fails beyond the limit', async () => {
    const lines = [JSON.stringify(ROW), '', JSON.stringify({ ...ROW, prompt: 'Rain. Fits? Answer:' })];
    expect(await parity(lines, '--json', '--max', '1')).toBe(0);
    expect(JSON.parse(printed)).toMatchObject({ promptCount: 2, groupCount: 2 });
    expect(await parity(lines, '--max', '0')).toBe(1);
    expect(said).toMatch(/label probabilities differ by up to 0\.\d{4}, over 0/);
  });

  it('names the line that is wrong', async () => {
    expect(await parity([JSON.stringify(ROW), '{'])).toBe(2);
    expect(said).toContain('prompts.jsonl:2');
    expect(await parity([JSON.stringify({ ...ROW, logProbabilities: [-1] })])).toBe(2);
    expect(said).toContain('2 labels have 1 log-probabilities');
    expect(await parity([''])).toBe(2);
    expect(await parity([JSON.stringify(ROW)], '--max', 'much')).toBe(2);
  });
});
