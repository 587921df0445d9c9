import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '@keyart/common';
import type { RegisteredRanker } from '@keyart/contracts';
import { ModelVersionsRepository } from '@keyart/db';
import { templateByName, templateVersionOf } from '@keyart/llm';
import { runProgram } from '../../apps/evaluator/src/run-program';
import { tinyModel } from '../faults/cluster/tiny-model';
import { randomLora, TINY_LORA, writeAdapter } from '../support/random-lora';
import { startApi, type ApiFixture } from './support/api-fixture';
import { expectProblem } from './support/expect-problem';

const TEMPLATE_VERSION = templateVersionOf({
  template: templateByName('chatml-themes'),
  formulation: 'pointwise',
  historyTokens: 0,
  synopsisTokens: 0,
});
const EVIDENCE = {
  ...{ liftLowerBound: 0.004, nullLiftLowerBound: -0.01, pickStability: 0.94 },
  ...{ labelMass: 0.98, promptMs: 90 },
};

async function baseSha256(): Promise<string> {
  const manifest = path.join(projectRoot(), 'models', 'manifest.json');
  const { files } = JSON.parse(await readFile(manifest, 'utf8')) as { files: { sha256: string }[] };
  return files[0].sha256;
}

describe('releasing an LLM ranker', () => {
  const environment = { ...process.env };
  let api: ApiFixture;
  let models: ModelVersionsRepository;
  let folder: string;
  let [printed, said] = ['', ''];

  beforeAll(async () => {
    api = await startApi();
    models = new ModelVersionsRepository(api.db.database);
    folder = await mkdtemp(path.join(os.tmpdir(), 'keyart-release-'));
    process.env.MODEL_FILES = tinyModel(folder);
    delete process.env.LLM_URL;
  });

  afterAll(async () => {
    process.env = environment;
    await api.close();
    await rm(folder, { recursive: true });
  });

  beforeEach(() => {
    [printed, said] = ['', ''];
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => (printed += String(text)) !== '');
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => (said += String(text)) !== '');
  });

  afterEach(() => jest.restoreAllMocks());

  const keyart = (...args: string[]): Promise<number> =>
    runProgram(['model', ...args], () => Promise.resolve({ url: api.db.url, stop: () => Promise.resolve() }));

  /** A card of an adapter that is told apart by its alpha. */
  async function aCard(name: string, alpha: number, templateVersion = TEMPLATE_VERSION): Promise<string> {
    const own = path.join(folder, name);
    await mkdir(own, { recursive: true });
    const base = { id: 'smollm2', sha256: await baseSha256() };
    const card = { name, base, formulation: 'pointwise', templateVersion };
    writeAdapter(own, randomLora({ ...TINY_LORA, alpha }), card);
    return path.join(own, 'adapter.json');
  }

  async function registered(name: string, alpha: number): Promise<string> {
    expect(await keyart('register', '--card', await aCard(name, alpha), '--json')).toBe(0);
    const { version } = JSON.parse(printed) as { version: string };
    printed = '';
    return version;
  }

  const stageOf = async (version: string): Promise<string> =>
    (await api.call('GET', `/v1/models/${version}`)).body.stage;

  it('goes from the shadow into service and back', async () => {
    const first = await registered('first', 8);
    expect(await stageOf(first)).toBe('shadow');
    const refused = await api.call('POST', `/v1/models/${first}/promote`);
    expectProblem(refused, 409, 'conflict');
    expect(refused.body.detail).toContain('offline lift, lower bound');
    const body = { evidence: EVIDENCE };
    const promoted = await api.call('POST', `/v1/models/${first}/promote`, { body });
    expect(promoted).toMatchObject({
      status: 200,
      body: { stage: 'active', summary: { 'evidence:labelMass': 0.98 } },
    });

    const second = await registered('second', 16);
    const overrideReason = 'a trial on staff accounts';
    const forced = await api.call('POST', `/v1/models/${second}/promote`, { body: { overrideReason } });
    expect(forced.body).toMatchObject({ stage: 'active', summary: { overrideReason } });
    expect(await stageOf(first)).toBe('retired');
    const audit = await api.call('GET', '/v1/audit?limit=5');
    expect(JSON.stringify(audit.body.items)).toContain(`: ${overrideReason}`);

    const back = await api.call('POST', '/v1/models/rollback');
    expect(back).toMatchObject({ status: 200, body: { from: second, to: first } });
    expect([await stageOf(first), await stageOf(second)]).toEqual(['active', 'rejected']);
    expect(await keyart('rollback')).toBe(0);
    expect(printed).toContain(`${first} is refused; the configured LLM serves`);
    expectProblem(await api.call('POST', '/v1/models/rollback'), 404, 'unknown-resource');
  });

  it('prints every gate, and ends with 1 when one does not pass', async () => {
    const version = await registered('third', 4);
    const [evaluation, report] = ['evaluation.json', 'report.json'].map((file) => path.join(folder, file));
    await writeFile(evaluation, JSON.stringify({ difference: { lift: { interval: [-0.01, 0.02] } } }));
    const own = { formulation: 'pointwise', labelMass: { mean: 0.99 }, pickStability: 0.95 };
    const whole = { servedFormulation: 'pointwise', promptMs: 12, formulations: [own] };
    await writeFile(report, JSON.stringify(whole));
    const files = ['--evaluation', evaluation, '--report', report];
    expect(await keyart('promote', version, ...files)).toBe(1);
    expect(printed).toMatch(/^offline lift, lower bound +fail +-0\.01 +above 0$/m);
    expect(printed).toMatch(/^lift where nobody has a taste, lower bound +not shown/m);
    expect(printed).toMatch(/^picks kept under reworded captions +pass +0\.95/m);
    expect(said).toContain('offline lift, lower bound; lift where nobody has a taste');
    await writeFile(evaluation, JSON.stringify({ difference: { lift: { interval: [0.01, 0.02] } } }));
    await writeFile(report, JSON.stringify({ difference: { lift: { interval: [-0.02, 0.01] } } }));
    expect(await keyart('promote', version, '--evaluation', evaluation, '--null-evaluation', report)).toBe(0);
    expect(await keyart('list', '--kind', 'llm')).toBe(0);
    expect(printed).toMatch(new RegExp(`^${version} +llm +active`, 'm'));
    expect(await keyart('promote', version, '--report', path.join(folder, 'none.json'))).toBe(2);
    expect(await keyart('promote', 'llm-none')).toBe(2);
  });

  it('refuses a ranker of other prompts, at the door and when it was kept before', async () => {
    const other = 'chatml/pointwise@000000000000';
    expect(await keyart('register', '--card', await aCard('other', 2, other))).toBe(2);
    expect(said).toContain('LLM_ADAPTER_TEMPLATE');
    const [head] = await models.list({ kind: 'llm', limit: 1 });
    const { payload, ...rest } = (await models.findByVersion(head.version)) ?? { payload: null };
    const outdated = { ...(payload as RegisteredRanker), templateVersion: other };
    await models.save({ ...head, ...rest, version: 'llm-outdated', stage: 'retired', payload: outdated });
    const refused = await api.call('POST', '/v1/models/llm-outdated/promote', {
      body: { evidence: EVIDENCE },
    });
    expectProblem(refused, 409, 'conflict');
    expect(refused.body.detail).toContain(other);
  });

  it('registers by name what lies below models/adapters only', async () => {
    const none = await api.call('POST', '/v1/models/register', { body: { adapter: 'nowhere' } });
    expectProblem(none, 409, 'conflict');
    const outside = await api.call('POST', '/v1/models/register', { body: { adapter: '../manifest' } });
    expectProblem(outside, 400, 'invalid-body');
  });
});
