import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { mergeAdapter, openRankingAdapter, readGgufHeader } from '@keyart/llm';
import { randomLora, TINY_LORA, writeAdapter } from '../../test/support/random-lora';
import { POINTWISE_PAGE, renderPage } from './bench-prompts';
import { modelPathOf } from './open-embedded-scorer';

const LINEAR = /^blk\.\d+\.(attn_(q|k|v|output)|ffn_(gate|up|down))\.weight$/;
const PROMPT_COUNT = 8;
const OPTIONS = {
  model: { type: 'string' },
  rank: { type: 'string', default: '16' },
  size: { type: 'string', default: '0.05' },
  threads: { type: 'string', default: '1' },
  json: { type: 'boolean', default: false },
} as const;

interface Reading {
  readonly name: string;
  readonly rates: readonly number[];
  readonly yes: readonly number[];
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** An adapter of random weights on every linear layer of the model. */
async function randomAdapter(folder: string, modelPath: string, shape: { rank: number; size: number }) {
  const { tensors } = await readGgufHeader(modelPath);
  const matrices = tensors
    .filter(({ name }) => LINEAR.test(name))
    .map(({ name, dimensions: [columns, rows] }) => [name, columns, rows] as const);
  const sha256 = createHash('sha256').update(readFileSync(modelPath)).digest('hex');
  const made = { formulation: 'pointwise', templateVersion: 'bench' } as const;
  const bytes = randomLora({ ...TINY_LORA, ...shape, matrices, alpha: 2 * shape.rank });
  const file = writeAdapter(folder, bytes, { ...made, base: { id: 'bench', sha256 } });
  const base = { path: modelPath, sha256 };
  return { base, adapter: await openRankingAdapter({ file }, { ...made, base }) };
}

function readAll(folder: string, threads: string, models: Readonly<Record<string, string>>): Reading[] {
  const prompts = renderPage({ ...POINTWISE_PAGE, titleCount: 2 })
    .flatMap(({ prompts: own, labels }) => own.map((prompt) => ({ prompt, labels })))
    .slice(0, PROMPT_COUNT);
  const file = path.join(folder, 'prompts.json');
  writeFileSync(file, JSON.stringify(prompts));
  const entries = Object.entries(models).map(([name, files]) => `${name}=${files}`);
  const args = [path.join(__dirname, 'attached-rates.mjs'), threads, file, ...entries];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Reading[];
}

function row({ rates, yes }: Reading, [bare, attached]: readonly Reading[]): Record<string, number> {
  const differences = yes.map((value, i) => Math.abs(value - attached.yes[i]));
  return {
    'tokens/s': Math.round(median(rates)),
    'of the bare rate': Number((median(rates) / median(bare.rates)).toFixed(2)),
    'difference to attached, mean': Number(
      (differences.reduce((sum, value) => sum + value, 0) / yes.length).toFixed(4),
    ),
    largest: Number(Math.max(...differences).toFixed(4)),
  };
}

/** Rates and answers of the embedded model without an adapter, with one attached, and with it merged into the file. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS });
  const folder = mkdtempSync(path.join(tmpdir(), 'keyart-adapter-bench-'));
  try {
    const shape = { rank: Number(values.rank), size: Number(values.size) };
    const { base, adapter } = await randomAdapter(folder, modelPathOf(values.model), shape);
    const startedMs = performance.now();
    const merged = await mergeAdapter({ base, adapter, folder });
    const mergedMs = Math.round(performance.now() - startedMs);
    const models = { bare: base.path, attached: `${base.path},${adapter.file}`, merged };
    const readings = readAll(folder, values.threads, models);
    const rows = Object.fromEntries(readings.map((reading) => [reading.name, row(reading, readings)]));
    const mergedMiB = Math.round(statSync(merged).size / 2 ** 20);
    if (values.json) console.log(JSON.stringify({ rows, mergedMs, mergedMiB }));
    else {
      console.table(rows);
      console.log(`merged in ${mergedMs} ms into ${mergedMiB} MiB`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

void main();
