import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createLogger, loadConfiguration } from '@keyart/common';
import { openLlm, templateByName, templateVersionOf, type LabelScore, type LabelScorer } from '@keyart/llm';
import { loraHalves, randomLora, TINY_LORA, writeAdapter, type LoraHalves } from '../../support/random-lora';
import { tinyGguf } from '../../support/tiny-gguf';
import { openEmbedded } from './embedded-rig';

jest.setTimeout(240_000);

const folder = mkdtempSync(path.join(tmpdir(), 'keyart-adapter-'));
afterAll(() => rmSync(folder, { recursive: true }));

const LABELS = [' Yes', ' No'];
const MODEL = {
  ...{ id: 'tiny', file: 'tiny-file', adapter: 'embedded', template: 'chatml', formulation: 'pointwise' },
  ...{ contextTokens: 512, batchTokens: 128, historyTokens: 150 },
  calibration: { temperature: 1, labelMassThreshold: 0.75, slotPrior: {} },
};
const TEMPLATE_VERSION = templateVersionOf({
  template: templateByName('chatml'),
  formulation: 'pointwise',
  historyTokens: 150,
});
const base = tinyGguf();
const baseSha256 = createHash('sha256').update(base).digest('hex');
const CARD = {
  base: { id: 'tiny-file', sha256: baseSha256 },
  formulation: 'pointwise',
  templateVersion: TEMPLATE_VERSION,
};

function writeJson(file: string, value: unknown): string {
  writeFileSync(path.join(folder, file), JSON.stringify(value));
  return path.join(folder, file);
}

async function open(environment: Record<string, string>, rankingAdapter?: unknown) {
  writeFileSync(path.join(folder, 'tiny.gguf'), base);
  const file = { id: 'tiny-file', fileName: 'tiny.gguf', sizeBytes: base.length, sha256: baseSha256 };
  const manifestPath = writeJson('manifest.json', { files: [file], llms: [{ ...MODEL, rankingAdapter }] });
  const configuration = loadConfiguration({
    ...{ KEYART_HOME: folder, MODEL_CACHE: path.join(folder, 'merged') },
    MODEL_FILES: writeJson('paths.json', { 'tiny-file': path.join(folder, 'tiny.gguf') }),
    ...environment,
  });
  return openLlm({ configuration, manifestPath, logger: createLogger('test', 'error') });
}

async function opened(...asked: Parameters<typeof open>) {
  const answer = await open(...asked);
  if (answer.kind === 'missing') throw new Error(answer.reason);
  return answer.llm;
}

async function refusal(bytes: Buffer, card: Record<string, unknown> = CARD): Promise<string> {
  const answer = await open({ RANKING_ADAPTER: writeAdapter(folder, bytes, card) });
  return answer.kind === 'missing' ? answer.reason : 'served';
}

const PROMPTS = ['The viewer likes rain. Fits?', 'A train at night. Fits?', 'Letters. Fits?'];

async function probabilities(scorer: LabelScorer): Promise<number[]> {
  const scores = await scorer.score({ prompts: PROMPTS, labels: PROMPTS.map(() => LABELS) });
  await scorer.close();
  return scores.map(({ logProbabilities: [yes, no] }: LabelScore) => 1 / (1 + Math.exp(no - yes)));
}

/** The sum written out: every weight plus alpha / rank times its row of B and column of A. */
function addProduct(values: Float32Array, { a, b }: LoraHalves): void {
  const { rank, alpha } = TINY_LORA;
  const columns = a.length / rank;
  values.forEach((value, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns];
    for (let k = 0; k < rank; k++) value += (alpha / rank) * b[row * rank + k] * a[k * columns + column];
    values[at] = value;
  });
}

const largestDifference = (one: number[], other: number[]): number =>
  Math.max(...one.map((value, i) => Math.abs(value - other[i])));

describe('ranking adapter', () => {
  it('answers as a model whose weights are base plus product', async () => {
    const halves = loraHalves(TINY_LORA);
    const change = (name: string, values: Float32Array): void => {
      const own = halves.get(name);
      if (own) addProduct(values, own);
    };
    const reference = path.join(folder, 'reference.gguf');
    writeFileSync(reference, tinyGguf({ seed: 'tiny/1', change }));
    const wanted = await probabilities((await openEmbedded(reference)).scorer);
    const adapter = writeAdapter(folder, randomLora(TINY_LORA), CARD);
    const served = await probabilities((await opened({ RANKING_ADAPTER: adapter })).scorer);
    const bare = await probabilities((await opened({ RANKING_ADAPTER: 'off' })).scorer);
    expect(largestDifference(served, wanted)).toBeLessThan(0.05);
    expect(largestDifference(bare, wanted)).toBeGreaterThan(0.4);
  });

  it("is the manifest's by default, named in the model version, merged once, with its own calibration", async () => {
    const calibration = { temperature: 2, labelMassThreshold: 0.6, slotPrior: {} };
    const bytes = randomLora(TINY_LORA);
    writeAdapter(folder, bytes, { ...CARD, calibration });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    for (let i = 0; i < 2; i++) {
      const llm = await opened({}, { path: 'adapter.gguf', sha256 });
      expect(llm.scorer.modelVersion).toBe(
        `tiny@${baseSha256.slice(0, 12)}+${sha256.slice(0, 12)}.q8/c512b128t2`,
      );
      expect(llm.calibration).toEqual(calibration);
      await probabilities(llm.scorer);
    }
    expect(readdirSync(path.join(folder, 'merged'))).toHaveLength(1);
    expect(await open({}, { path: 'adapter.gguf', sha256: '0'.repeat(64) })).toMatchObject({
      reason: expect.stringMatching(/^LLM_ADAPTER_CHECKSUM: .*in the manifest/) as string,
    });
  });

  it('leaves no LLM when it was made for something else', async () => {
    const fine = randomLora(TINY_LORA);
    const says = (strings: Record<string, string>): Buffer =>
      randomLora({ ...TINY_LORA, strings: { ...TINY_LORA.strings, ...strings } });
    const other = 'chatml/pointwise@000000000000';
    expect(await refusal(fine, { ...CARD, templateVersion: other })).toMatch(
      /^LLM_ADAPTER_TEMPLATE: .*@0{12}/,
    );
    expect(await refusal(says({ 'keyart.template_version': other }))).toMatch(/^LLM_ADAPTER_TEMPLATE/);
    expect(await refusal(fine, { ...CARD, formulation: 'choice' })).toMatch(/^LLM_ADAPTER_FORMULATION/);
    expect(await refusal(says({ 'keyart.formulation': 'choice' }))).toMatch(/^LLM_ADAPTER_FORMULATION/);
    const base = { id: 'other', sha256: 'a'.repeat(64) };
    expect(await refusal(fine, { ...CARD, base })).toMatch(/^LLM_ADAPTER_BASE/);
    expect(await refusal(says({ 'keyart.base_sha256': base.sha256 }))).toMatch(/^LLM_ADAPTER_BASE/);
    expect(await refusal(says({ 'general.architecture': 'qwen2' }))).toMatch(/^LLM_ADAPTER_SHAPE: .*qwen2/);
    const wide = TINY_LORA.matrices.map(([name, columns, rows]) => [name, 2 * columns, rows] as const);
    expect(await refusal(randomLora({ ...TINY_LORA, matrices: wide }))).toMatch(
      /^LLM_ADAPTER_SHAPE: .*128 × 4/,
    );
  });

  it('leaves no LLM when it is broken', async () => {
    const fine = randomLora(TINY_LORA);
    const { sha256, sizeBytes } = { sha256: 'b'.repeat(64), sizeBytes: fine.length };
    expect(await refusal(fine, { ...CARD, file: { sha256, sizeBytes } })).toMatch(/^LLM_ADAPTER_CHECKSUM/);
    const whole = { sha256, sizeBytes: fine.length };
    expect(await refusal(fine.subarray(0, 9000), { ...CARD, file: whole })).toMatch(
      /^LLM_ADAPTER_CHECKSUM: .*9000 bytes/,
    );
    expect(await refusal(fine.subarray(0, 9000))).toMatch(/^LLM_ADAPTER_CHECKSUM: .*tensors go up to/);
    expect(await refusal(Buffer.from('not a model'))).toMatch(/^LLM_BAD_ADAPTER: .*GGUF/);
    expect(await refusal(base)).toMatch(/^LLM_BAD_ADAPTER: .*no LoRA/);
    expect(await refusal(fine, { ...CARD, licence: 5 })).toMatch(/^LLM_BAD_ADAPTER: .*licence/);
    const missing = await open({ RANKING_ADAPTER: path.join(folder, 'nowhere.gguf') });
    expect(missing).toMatchObject({ reason: expect.stringMatching(/^LLM_BAD_ADAPTER: .*nowhere/) as string });
  });
});
